/** Narrows what the page lists to what holds the typed words. Escape empties it. */
import { CloseButton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";

export function SearchField(props: {
  /** What can be typed: "Name, title or team". */
  label: string;
  value: string;
  onChange: (text: string) => void;
  width?: number;
}) {
  return (
    <TextInput
      w={props.width ?? 240}
      placeholder={props.label}
      aria-label={props.label}
      leftSection={<IconSearch size={14} />}
      rightSection={
        props.value === "" ? null : (
          <CloseButton size="xs" aria-label="Empty the search" onClick={() => props.onChange("")} />
        )
      }
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || props.value === "") return;
        event.stopPropagation();
        props.onChange("");
      }}
    />
  );
}
