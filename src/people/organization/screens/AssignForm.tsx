/** Says whom a person reports to, or in which team they are, from a day on. What held until then ends there and stays. */
import { Select } from "@mantine/core";
import { useState } from "react";
import { DayField, Form, fieldError, tell, useAsk, useDo, useToday } from "#base/ui";
import { assignManager, assignTeam, getOrganization, getTeams, type PersonDetail } from "../contract.ts";

export function AssignForm(props: { person: PersonDetail; kind: "manager" | "team"; onDone: () => void }) {
  const { person, kind, onDone } = props;
  const today = useToday().toString();
  const people = useAsk(getOrganization, {}, { enabled: kind === "manager" });
  const teams = useAsk(getTeams, {}, { enabled: kind === "team" });
  const now = kind === "manager" ? person.managers.find(isNow)?.manager : person.teams.find(isNow)?.team;
  const [chosen, setChosen] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState<string | null>(today);
  const asManager = useDo(assignManager);
  const asTeam = useDo(assignTeam);
  const doing = kind === "manager" ? asManager : asTeam;
  const choices =
    kind === "manager"
      ? (people.data?.people ?? []).filter((one) => one.id !== person.id)
      : (teams.data?.items ?? []);
  const onSuccess = () => {
    onDone();
    tell(`Kept for ${person.name}.`);
  };
  const params = { id: person.id };
  const submit = () =>
    kind === "manager"
      ? asManager.mutate({ params, body: { managerId: chosen, startsOn } }, { onSuccess })
      : asTeam.mutate({ params, body: { teamId: chosen, startsOn } }, { onSuccess });
  return (
    <Form
      doing={doing}
      same={startsOn === null || chosen === (now?.id ?? null)}
      verb="Assign"
      onSubmit={submit}
      onCancel={onDone}
    >
      <p className="qd-dim qd-side-note">
        Now: {now?.name ?? "nobody"}. What holds until the day ends there and stays in the history; figures of
        the past keep to it.
      </p>
      <Select
        label={kind === "manager" ? "Reports to" : "Team"}
        searchable
        clearable
        placeholder={kind === "manager" ? "Nobody" : "None"}
        limit={60}
        data-autofocus
        data={choices.map((one) => ({ value: one.id, label: one.name }))}
        value={chosen}
        error={fieldError(doing.error, kind === "manager" ? "managerId" : "teamId")}
        onChange={setChosen}
      />
      <DayField
        label="From"
        value={startsOn}
        error={fieldError(doing.error, "startsOn")}
        onChange={setStartsOn}
      />
    </Form>
  );
}

const isNow = ({ endsOn }: { readonly endsOn: string | null }) => endsOn === null;
