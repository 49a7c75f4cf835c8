/** Adjusts an access role, or adds one; one that came along can be put back as it came. */
import { Button, Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, tell, useDo } from "#base/ui";
import { type AccessRoleOut, dropAccessRole, rewriteAccessRole, writeAccessRole } from "#people/contract";
import type { RightShown } from "./RightsMatrix.tsx";

const reaches = [
  { value: "company", label: "Everybody's records" },
  { value: "line", label: "Their own, and of those who report to them" },
  { value: "team", label: "Their team's, and of those who report to them" },
  { value: "own", label: "Their own" },
];

/** "Team lead" becomes "team-lead". */
const keyOf = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);

export function AccessRoleForm(props: {
  role: AccessRoleOut | null;
  rights: readonly RightShown[];
  onDone: () => void;
}) {
  const { role, rights, onDone } = props;
  const [name, setName] = useState(role?.name ?? "");
  const [summary, setSummary] = useState(role?.summary ?? "");
  const [reach, setReach] = useState<AccessRoleOut["reach"]>(role?.reach ?? "own");
  const [chosen, setChosen] = useState<readonly string[]>(role?.rights ?? ["workspace.read"]);
  const write = useDo(writeAccessRole);
  const rewrite = useDo(rewriteAccessRole);
  const doing = role?.id ? rewrite : write;
  const said = { name: name.trim(), summary: summary.trim(), rights: [...chosen], reach };
  const onSuccess = () => {
    tell(`Kept the role ${said.name}.`);
    onDone();
  };
  const submit = () =>
    role?.id
      ? rewrite.mutate({ params: { id: role.id }, ifMatch: role.version ?? 0, body: said }, { onSuccess })
      : write.mutate({ body: { key: role?.key ?? keyOf(said.name), ...said } }, { onSuccess });
  if (role?.stays) return <p className="qd-dim">{role.stays}</p>;
  return (
    <Form
      doing={doing}
      verb={role ? "Keep" : "Add the role"}
      same={said.name === "" || chosen.length === 0 || (role !== null && isSame(role, said))}
      onSubmit={submit}
      onCancel={onDone}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        value={name}
        error={fieldError(doing.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label="For whom"
        autosize
        value={summary}
        error={fieldError(doing.error, "summary")}
        onChange={(event) => setSummary(event.currentTarget.value)}
      />
      <Select
        label="With whose records"
        allowDeselect={false}
        data={reaches}
        value={reach}
        error={fieldError(doing.error, "reach")}
        onChange={(value) => value && setReach(value as AccessRoleOut["reach"])}
      />
      <RightsChoice
        rights={rights}
        reach={reach}
        chosen={chosen}
        error={fieldError(doing.error, "rights")}
        onChange={setChosen}
      />
      {role?.id ? <GoBack role={role} onDone={onDone} /> : null}
    </Form>
  );
}

function RightsChoice(props: {
  rights: readonly RightShown[];
  reach: AccessRoleOut["reach"];
  chosen: readonly string[];
  error: string | undefined;
  onChange: (chosen: readonly string[]) => void;
}) {
  const { rights, reach, chosen, error, onChange } = props;
  return (
    <Checkbox.Group label="May" value={[...chosen]} error={error} onChange={onChange}>
      <div className="qd-rights-choice">
        {rights.map((right) => (
          <Checkbox
            key={right.right}
            value={right.right}
            label={right.words}
            description={whyNot(right, reach)}
            disabled={!right.yours || (right.wholeCompany && reach !== "company")}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function whyNot(right: RightShown, reach: AccessRoleOut["reach"]): string | null {
  if (!right.yours) return "You lack it yourself.";
  return right.wholeCompany && reach !== "company" ? "Goes with everybody's records only." : null;
}

function isSame(role: AccessRoleOut, said: Pick<AccessRoleOut, "name" | "summary" | "rights" | "reach">) {
  const rights = (of: readonly string[]) => [...of].sort().join();
  return (
    role.name === said.name &&
    role.summary === said.summary &&
    role.reach === said.reach &&
    rights(role.rights) === rights(said.rights)
  );
}

function GoBack({ role, onDone }: { role: AccessRoleOut; onDone: () => void }) {
  const drop = useDo(dropAccessRole);
  const what = role.comesAlong ? "Put it back as it came" : "Take the role away";
  return (
    <div>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        loading={drop.isPending}
        onClick={() =>
          drop.mutate({ params: { id: role.id ?? "" }, ifMatch: role.version ?? 0 }, { onSuccess: onDone })
        }
      >
        {what}
      </Button>
      {drop.error ? <p className="qd-rights-refused">{drop.error.message}</p> : null}
    </div>
  );
}
