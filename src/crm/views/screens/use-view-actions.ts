/** Changing a saved view to what is shown, and removing one with a way to take it back. */
import { tell, tellFailed, useDo, type ViewText } from "#base/ui";
import { changeView, removeView, takeBackView, type ViewOut } from "../contract.ts";

export function useViewActions() {
  const change = useDo(changeView);
  const remove = useDo(removeView);
  const takeBack = useDo(takeBackView);
  return {
    change(view: ViewOut, text: ViewText, told: string) {
      change.mutate(
        { params: { id: view.id }, ifMatch: view.version, body: { ...text } },
        { onError: tellFailed, onSuccess: () => tell(told) },
      );
    },
    /** Removes a view and goes on to `then`. */
    remove(view: ViewOut, then: () => void) {
      const params = { id: view.id };
      remove.mutate(
        { params, ifMatch: view.version },
        {
          onError: tellFailed,
          onSuccess: ({ version }) => {
            then();
            tell(`“${view.name}” is removed.`, () => takeBack.mutateAsync({ params, ifMatch: version }));
          },
        },
      );
    },
  };
}
