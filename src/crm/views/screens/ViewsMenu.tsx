/** Which view of a list is shown; another one, and what is shown now as a view of its own. */
import { Button, Menu } from "@mantine/core";
import {
  IconChevronDown,
  IconDeviceFloppy,
  IconLink,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUsers,
} from "@tabler/icons-react";
import { useState } from "react";
import { tell, tellFailed, type ViewState, type ViewText } from "#base/ui";
import type { ListNoun } from "../../lists/list-noun.ts";
import type { ViewOut } from "../contract.ts";
import { type SaveAsked, SaveView } from "./SaveView.tsx";
import { useViewActions } from "./use-view-actions.ts";
import { type Choosable, useViews } from "./use-views.ts";

const icon = { size: 14, stroke: 1.7 };

export function ViewsMenu(props: { noun: ListNoun; standard: ViewText; state: ViewState }) {
  const { noun, state } = props;
  const views = useViews(noun, props.standard, state);
  const [saving, setSaving] = useState<SaveAsked | null>(null);
  const does = useViewActions();
  const { current, edited } = views;
  const saved = current?.saved ?? null;
  const choose = (view: Choosable) => state.choose(view.text, view.key);
  const keep = () => {
    if (saved) does.change(saved, state.text, `“${saved.name}” shows this from now on.`);
  };
  return (
    <>
      <Menu position="bottom-start" width={290} shadow="md" withinPortal>
        <Menu.Target>
          <Button
            className="qd-view-button"
            size="compact-sm"
            variant="default"
            rightSection={<IconChevronDown size={13} aria-hidden />}
            aria-label={`View: ${current?.name ?? "of your own"}${edited ? ", changed" : ""}`}
          >
            <span className="qd-truncate">{current?.name ?? "A view of your own"}</span>
            {edited && current ? <span className="qd-view-edited" aria-hidden title="Changed since" /> : null}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="qd-views">
          <Section label="Mine" views={views.mine} current={current} choose={choose} />
          <Section label="Shared" views={views.shared} current={current} choose={choose} />
          <Section label="Always there" views={views.standard} current={current} choose={choose} />
          <Menu.Divider />
          <OwnItems
            saved={saved?.changeable ? saved : null}
            edited={edited}
            onKeep={keep}
            onSave={setSaving}
            onRemove={(view) => does.remove(view, () => views.standard[0] && choose(views.standard[0]))}
          />
        </Menu.Dropdown>
      </Menu>
      {edited && saved?.changeable ? (
        <Button size="compact-xs" variant="subtle" onClick={keep}>
          Save
        </Button>
      ) : null}
      {saving ? (
        <SaveView
          noun={noun}
          text={state.text}
          asked={saving}
          onSaved={(view) => state.choose(state.text, view.id)}
          onClose={() => setSaving(null)}
        />
      ) : null}
    </>
  );
}

/** What can be done with what is shown, and with the saved view where it may be changed. */
function OwnItems(props: {
  saved: ViewOut | null;
  edited: boolean;
  onKeep: () => void;
  onSave: (asked: SaveAsked) => void;
  onRemove: (view: ViewOut) => void;
}) {
  const { saved, edited } = props;
  return (
    <>
      {saved && edited ? (
        <Menu.Item leftSection={<IconDeviceFloppy {...icon} />} onClick={props.onKeep}>
          Save the changes to “{saved.name}”
        </Menu.Item>
      ) : null}
      <Menu.Item leftSection={<IconPlus {...icon} />} onClick={() => props.onSave({ view: null })}>
        Save as a new view …
      </Menu.Item>
      {saved ? (
        <>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => props.onSave({ view: saved })}>
            Rename or share …
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => props.onRemove(saved)}>
            Remove this view
          </Menu.Item>
        </>
      ) : null}
      <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => void copyLink()}>
        Copy a link to what is shown
      </Menu.Item>
    </>
  );
}

function Section(props: {
  label: string;
  views: readonly Choosable[];
  current: Choosable | null;
  choose: (view: Choosable) => void;
}) {
  if (props.views.length === 0) return null;
  return (
    <>
      <Menu.Label>{props.label}</Menu.Label>
      {props.views.map((view) => (
        <Menu.Item
          key={view.key}
          className="qd-view-item"
          aria-current={view.key === props.current?.key ? "true" : undefined}
          rightSection={view.saved?.shared ? <IconUsers size={13} aria-label="shared" /> : null}
          onClick={() => props.choose(view)}
        >
          {view.name}
        </Menu.Item>
      ))}
    </>
  );
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    tell("The link is in the clipboard.");
  } catch {
    tellFailed(new Error("The browser did not let the link be copied: take it from the address bar."));
  }
}
