/** Everything by name: pages, actions, days and records, from Ctrl-K or Cmd-K. */
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { type CommandGroup, fitting } from "./commands.ts";

const asks = "Go to a page, a record or a day, or do something";

export function CommandPalette(props: {
  groups: readonly CommandGroup[];
  /** What only the typed words bring up: records, days; a hook, asked with each change. */
  useFound: (query: string) => { groups: readonly CommandGroup[]; searching: boolean };
}) {
  const [query, setQuery] = useState("");
  const found = props.useFound(query.trim());
  const groups = [...fitting(props.groups, query), ...found.groups].filter(
    (group) => group.commands.length > 0,
  );
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
      maxHeight={460}
      scrollable
      radius="lg"
      size={620}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      attributes={{ content: { "aria-label": "Search" } }}
    >
      <Spotlight.Search
        placeholder={asks}
        aria-label={asks}
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
                data-first={command === groups[0]?.commands[0] || undefined}
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
