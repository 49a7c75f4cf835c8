/** Teams and regions: which belongs to which, and how many people are in each today. */
import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPencil, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import {
  Answer,
  counted,
  Empty,
  Form,
  fieldError,
  Section,
  SideForm,
  Tag,
  tell,
  useAsk,
  useDo,
} from "#base/ui";
import { changeTeam, createTeam, getOrganization, getTeams, type TeamOut } from "#people/contract";
import { Settings } from "./Settings.tsx";
import { branchesOf } from "./team-tree.ts";

export default function TeamsPage() {
  const asked = useAsk(getTeams, {});
  const organization = useAsk(getOrganization, {});
  const [open, setOpen] = useState<TeamOut | "new" | null>(null);
  const teams = asked.data?.items ?? [];
  const people = Map.groupBy(organization.data?.people ?? [], (person) => person.team?.id);
  return (
    <Settings
      title="Teams and regions"
      finding={
        <>
          {counted(teams.filter((team) => team.kind === "region").length, "region")} and{" "}
          {counted(teams.filter((team) => team.kind === "team").length, "team")}. Who is in which, and since
          when, is said of each person on{" "}
          <Link to={"/people" as "/"} className="qd-link">
            the People page
          </Link>
          .
        </>
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setOpen("new")}>
          Add a team
        </Button>
      }
      table={
        <>
          <Section flush label="Teams and regions">
            <Answer of={asked}>
              {(data) =>
                data.items.length === 0 ? (
                  <Empty title="No teams yet">Add a region first, then the teams in it.</Empty>
                ) : (
                  branchesOf(data.items).map(({ team, depth }) => (
                    <div key={team.id} className="qd-setting-row">
                      <span style={{ paddingInlineStart: depth * 22 }}>
                        <span className="qd-strong">{team.name}</span>{" "}
                        {team.kind === "region" ? <Tag tone="accent">region</Tag> : null}
                      </span>
                      <span className="qd-dim">
                        {counted(people.get(team.id)?.length ?? 0, "person", "people")}
                      </span>
                      <ActionIcon aria-label={`Change ${team.name}`} onClick={() => setOpen(team)}>
                        <IconPencil size={15} />
                      </ActionIcon>
                    </div>
                  ))
                )
              }
            </Answer>
          </Section>
          <SideForm
            opened={open !== null}
            onClose={() => setOpen(null)}
            title={open === null || open === "new" ? "Add a team" : open.name}
            note="Figures by region follow the nearest region above a person's team."
          >
            {open === null ? null : (
              <TeamForm team={open === "new" ? null : open} teams={teams} onDone={() => setOpen(null)} />
            )}
          </SideForm>
        </>
      }
    />
  );
}

function TeamForm(props: { team: TeamOut | null; teams: readonly TeamOut[]; onDone: () => void }) {
  const { team, onDone } = props;
  const [name, setName] = useState(team?.name ?? "");
  const [kind, setKind] = useState<TeamOut["kind"]>(team?.kind ?? "team");
  const [parentId, setParentId] = useState<string | null>(team?.parent?.id ?? null);
  const { doing, keep } = useTeamKeeping(team, onDone);
  const body = { name: name.trim(), kind, parentId };
  const same = team !== null && JSON.stringify({ ...body, name }) === JSON.stringify(saidOf(team));
  return (
    <Form
      doing={doing}
      same={same || name.trim() === ""}
      verb={team ? "Save" : "Add the team"}
      onSubmit={() => keep(body)}
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
      <Select
        label="Kind"
        allowDeselect={false}
        data={[
          { value: "team", label: "Team" },
          { value: "region", label: "Region" },
        ]}
        value={kind}
        onChange={(value) => value && setKind(value as TeamOut["kind"])}
      />
      <Select
        label="Belongs to"
        clearable
        searchable
        placeholder="Nothing above it"
        data={props.teams
          .filter((one) => one.id !== team?.id)
          .map((one) => ({ value: one.id, label: one.name }))}
        value={parentId}
        error={fieldError(doing.error, "parentId")}
        onChange={setParentId}
      />
    </Form>
  );
}

type Said = { name: string; kind: TeamOut["kind"]; parentId: string | null };
const saidOf = ({ name, kind, parent }: TeamOut): Said => ({ name, kind, parentId: parent?.id ?? null });

function useTeamKeeping(team: TeamOut | null, onDone: () => void) {
  const add = useDo(createTeam);
  const change = useDo(changeTeam);
  return {
    doing: team ? change : add,
    keep(body: Said) {
      if (team === null) {
        const onSuccess = (made: TeamOut) => {
          onDone();
          tell(`${made.name} was added.`);
        };
        add.mutate({ body }, { onSuccess });
        return;
      }
      const params = { id: team.id };
      const onSuccess = (kept: TeamOut) => {
        onDone();
        tell(`${kept.name} was changed.`, () =>
          change.mutateAsync({ params, body: saidOf(team), ifMatch: kept.version }),
        );
      };
      change.mutate({ params, body, ifMatch: team.version }, { onSuccess });
    },
  };
}
