/** The name of a field on a record's page: a press shows that field's history. */
import { UnstyledButton } from "@mantine/core";
import { useAddress } from "#base/ui";

export function FieldName({ label, field = label }: { label: string; field?: string }) {
  const [, change] = useAddress();
  return (
    <UnstyledButton
      className="qd-fact-name"
      title={`History of ${field.toLowerCase()}`}
      onClick={() => change({ field }, { replace: true })}
    >
      {label}
    </UnstyledButton>
  );
}
