/** Everything by name: pages, actions and records, from Ctrl-K or Cmd-K. */
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly run: () => void;
}
export interface CommandGroup {
  readonly label: string;
  readonly commands: readonly Command[];
}

export function CommandPalette(props: {
  groups: readonly CommandGroup[];
  /** Records that fit what was typed; a hook, asked with each change of the query. */
  useFound: (query: string) => { groups: readonly CommandGroup[]; searching: boolean };
}) {
  const [query, setQuery] = useState("");
  const found = props.useFound(query.trim());
  const wanted = query.trim().toLowerCase();
  const named = props.groups.map((group) => ({
    ...group,
    commands: group.commands.filter((command) => command.label.toLowerCase().includes(wanted)),
  }));
  const groups = [...named, ...found.groups].filter((group) => group.commands.length > 0);
  // Whoever types faster than the list marks its first entry means that entry.
  const enter = (event: KeyboardEvent) => {
    const first = groups[0]?.commands[0];
    if (event.key !== "Enter" || !first || document.querySelector(".mantine-Spotlight-action[data-selected]"))
      return;
    spotlight.close();
    first.run();
  };
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      maxHeight={440}
      scrollable
      radius="lg"
      size={600}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
    >
      <Spotlight.Search
        placeholder="Go to a page, find an opportunity or an account"
        aria-label="Go to a page, find an opportunity or an account"
        leftSection={<IconSearch size={17} />}
        onKeyDown={enter}
        // The first letters of a fast typist must not be lost while a focus trap makes up its mind.
        autoFocus
      />
      <Spotlight.ActionsList>
        {groups.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label}>
            {group.commands.map((command) => (
              <Spotlight.Action
                key={command.id}
                label={command.label}
                description={command.note ?? ""}
                leftSection={command.icon}
                rightSection={command.keys ? <kbd className="qd-kbd">{command.keys}</kbd> : null}
                onClick={command.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 ? (
          <Spotlight.Empty>
            {found.searching ? "Searching…" : `Nothing here is called “${query}”.`}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
