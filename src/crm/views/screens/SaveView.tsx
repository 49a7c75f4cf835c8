/** Asks for the name of a view, and whether everybody sees it. */
import { Button, Modal, Switch, TextInput } from "@mantine/core";
import { useState } from "react";
import { problemOf, useDo, useWorkspace, type ViewText } from "#base/ui";
import type { ListNoun } from "../../lists/list-noun.ts";
import { changeView, createView, type ViewOut } from "../contract.ts";

/** A new view (null), or one that is renamed or shared. */
export interface SaveAsked {
  readonly view: ViewOut | null;
}

export function SaveView(props: {
  noun: ListNoun;
  text: ViewText;
  asked: SaveAsked;
  onSaved: (view: ViewOut) => void;
  onClose: () => void;
}) {
  const { noun, text, asked, onClose } = props;
  const { name: company } = useWorkspace();
  const { view } = asked;
  const create = useDo(createView);
  const change = useDo(changeView);
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(view?.shared ?? false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    try {
      const saved = view
        ? await change.mutateAsync({ params: { id: view.id }, ifMatch: view.version, body: { name, shared } })
        : await create.mutateAsync({ body: { noun, name, shared, ...text } });
      props.onSaved(saved);
      onClose();
    } catch (failure) {
      setProblem(problemOf(failure).detail);
    }
  };
  return (
    <Modal opened onClose={onClose} title={view ? "Rename or share the view" : "Save as a new view"} centered>
      <form
        className="qd-save-view"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label="Name"
          data-autofocus
          maxLength={80}
          value={name}
          error={problem}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Switch
          size="sm"
          label={`Everybody at ${company} sees it`}
          description="Its filter, order, groups and columns; who may see which records stays as it is."
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
        <div className="qd-preview-ways">
          <Button variant="default" size="xs" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            size="xs"
            disabled={name.trim() === ""}
            loading={create.isPending || change.isPending}
          >
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}
