/** Which role is meant: one that has a profile, or any other by its name. */
import { Autocomplete } from "@mantine/core";
import { useAsk } from "#base/ui";
import { getRoles } from "#people/contract";

export interface RoleNamed {
  readonly roleKey: string | null;
  readonly roleName: string;
}

export function RoleField(props: {
  value: RoleNamed;
  onChange: (role: RoleNamed) => void;
  error?: string | undefined;
}) {
  const roles = useAsk(getRoles, {}).data?.items ?? [];
  const choose = (name: string) => {
    const known = roles.find((role) => role.name.toLowerCase() === name.trim().toLowerCase());
    props.onChange({ roleKey: known?.key ?? null, roleName: name });
  };
  return (
    <Autocomplete
      label="Role"
      required
      data-autofocus
      data={[...new Set(roles.map(({ name }) => name))]}
      value={props.value.roleName}
      error={props.error}
      onChange={choose}
    />
  );
}
