/** Changing a saved view to what is shown, and removing one with a way to take it back. */
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { problemOf, useDo, type ViewText } from "#base/ui";
import { changeView, removeView, takeBackView, type ViewOut } from "../contract.ts";

const tell = (failure: unknown) => {
  const { detail, fix } = problemOf(failure);
  notifications.show({ color: "red", title: detail, message: fix ?? "" });
};

export function useViewActions() {
  const change = useDo(changeView);
  const remove = useDo(removeView);
  const takeBack = useDo(takeBackView);
  return {
    change(view: ViewOut, text: ViewText, told: string) {
      change.mutate(
        { params: { id: view.id }, ifMatch: view.version, body: { ...text } },
        { onError: tell, onSuccess: () => void notifications.show({ message: told, autoClose: 3000 }) },
      );
    },
    remove(view: ViewOut, then: () => void) {
      const params = { id: view.id };
      remove.mutate(
        { params, ifMatch: view.version },
        {
          onError: tell,
          onSuccess: ({ version }) => {
            then();
            const id = `view-removed-${view.id}`;
            const undo = () => {
              notifications.hide(id);
              takeBack.mutate({ params, ifMatch: version }, { onError: tell });
            };
            notifications.show({
              id,
              autoClose: 8000,
              message: (
                <span className="qd-told">
                  “{view.name}” is removed.
                  <Button size="compact-xs" variant="subtle" onClick={undo}>
                    Undo
                  </Button>
                </span>
              ),
            });
          },
        },
      );
    },
  };
}
