/** An access role to choose: what it is for, and those that one may not give greyed out. */
import { Select } from "@mantine/core";
import { useAsk } from "#base/ui";
import { getAccessRoles } from "#people/contract";

export function RoleSelect(props: {
  value: string | null;
  onChange: (role: string) => void;
  error?: string | undefined;
}) {
  const roles = useAsk(getAccessRoles, {}).data?.items ?? [];
  const chosen = roles.find(({ key }) => key === props.value);
  return (
    <Select
      label="Access role"
      description={chosen?.summary ?? "What they may do, and with whose records"}
      placeholder="Choose a role"
      allowDeselect={false}
      maxDropdownHeight={320}
      data={roles.map((role) => ({ value: role.key, label: role.name, disabled: role.outOfReach !== null }))}
      value={props.value}
      error={props.error}
      onChange={(role) => role && props.onChange(role)}
    />
  );
}
