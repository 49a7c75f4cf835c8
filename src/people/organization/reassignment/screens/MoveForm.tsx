/** Moves somebody, or those who report to them, to another manager from a day on. What it means is said before it is done. */
import { Select } from "@mantine/core";
import { useState } from "react";
import {
  counted,
  DayField,
  Form,
  fieldError,
  formatDay,
  Loading,
  Presets,
  tell,
  useAsk,
  useDo,
  useShownDay,
  useToday,
} from "#base/ui";
import { getTeams } from "../../contract.ts";
import { worksHereOn } from "../../person.ts";
import { lineOn } from "../../reporting-line.ts";
import { getLines, type ReassignmentOut, reassign, undoReassignment } from "../contract.ts";
import { decideMove, type MoveWanted, type Organization } from "../reassignment.ts";
import { Meaning } from "./Meaning.tsx";
import { organizationOf, sayMove } from "./say-move.ts";

export interface MoveGiven {
  readonly personId: string;
  /** Where a box was drawn to. */
  readonly managerId: string | null;
  /** Only those who report to them move. */
  readonly reports?: boolean;
}

export function MoveForm({ given, onDone }: { given: MoveGiven; onDone: () => void }) {
  const asked = useAsk(getLines, {});
  const teams = useAsk(getTeams, {});
  if (!asked.data || !teams.data) return <Loading rows={6} />;
  return (
    <Moving
      given={given}
      organization={organizationOf(asked.data)}
      teams={teams.data.items}
      onDone={onDone}
    />
  );
}

type Who = "person" | "reports";
type Teams = "stay" | "moved" | "all";

function Moving(props: {
  given: MoveGiven;
  organization: Organization;
  teams: readonly { readonly id: string; readonly name: string }[];
  onDone: () => void;
}) {
  const { given, organization, teams, onDone } = props;
  const { personId } = given;
  const [who, setWho] = useState<Who>(given.reports ? "reports" : "person");
  const [managerId, setManagerId] = useState(given.managerId);
  const [startsOn, setStartsOn] = useState<string | null>(useFirstDay());
  const [along, setAlong] = useState<Teams>("stay");
  const move = useMove(onDone);
  const day = startsOn === null ? null : Temporal.PlainDate.from(startsOn);
  const name = organization.people.find(({ id }) => id === personId)?.name ?? "";
  const reports = day === null ? [] : reportsOn(organization, personId, day);
  const team = day === null ? undefined : lineOn(membershipsOf(organization, managerId), day)?.to;
  const teamName = (id: string) => teams.find((one) => one.id === id)?.name ?? "another team";
  const wanted: MoveWanted | null = day && {
    personIds: who === "person" ? [personId] : reports,
    managerId,
    startsOn: day,
    team: team === undefined || along === "stay" ? null : { id: team, of: along },
  };
  const decided = wanted && managerId !== null ? decideMove(organization, wanted) : null;
  return (
    <Form
      doing={move.doing}
      same={decided === null || !("plan" in decided)}
      refusal={decided && "refused" in decided ? decided.refused.reason : null}
      verb={startsOn ? `Move from ${formatDay(startsOn)}` : "Move"}
      onSubmit={() => wanted && move.keep(wanted)}
      onCancel={onDone}
    >
      <WhoField name={name} reports={reports.length} value={who} onChange={setWho} />
      <ManagerField
        label="New manager"
        people={day === null ? [] : organization.people.filter((one) => worksHereOn(one, day))}
        except={personId}
        value={managerId}
        error={fieldError(move.doing.error, "managerId")}
        onChange={setManagerId}
      />
      <DayField
        label="From"
        value={startsOn}
        error={fieldError(move.doing.error, "startsOn")}
        onChange={setStartsOn}
      />
      {team === undefined ? null : (
        <TeamsField
          team={teamName(team)}
          value={along}
          error={fieldError(move.doing.error, "team")}
          onChange={setAlong}
        />
      )}
      <Meaning
        sentences={
          wanted && decided && "plan" in decided ? sayMove(organization, wanted, decided.plan, teamName) : []
        }
      />
    </Form>
  );
}

/** Somebody with all below them, or only those who report to them. */
function WhoField(props: { name: string; reports: number; value: Who; onChange: (who: Who) => void }) {
  if (props.reports === 0) return null;
  return (
    <Presets
      label="Who moves"
      value={props.value}
      onChange={props.onChange}
      choices={[
        { value: "person", label: props.name },
        { value: "reports", label: `Only their ${counted(props.reports, "report")}` },
      ]}
    />
  );
}

function TeamsField(props: {
  team: string;
  value: Teams;
  error: string | undefined;
  onChange: (teams: Teams) => void;
}) {
  return (
    <Select
      label="Teams"
      allowDeselect={false}
      data={[
        { value: "stay", label: "Stay as they are" },
        { value: "moved", label: `Whoever moves goes to ${props.team}` },
        { value: "all", label: `Everybody below them goes to ${props.team} too` },
      ]}
      value={props.value}
      error={props.error}
      onChange={(chosen) => props.onChange((chosen ?? "stay") as Teams)}
    />
  );
}

/** Somebody to whom people can report. */
export function ManagerField(props: {
  label: string;
  description?: string;
  people: readonly { readonly id: string; readonly name: string }[];
  except: string;
  value: string | null;
  error: string | undefined;
  onChange: (id: string | null) => void;
}) {
  return (
    <Select
      label={props.label}
      description={props.description}
      searchable
      clearable
      limit={60}
      placeholder="Type a name"
      data-autofocus
      data={props.people
        .filter(({ id }) => id !== props.except)
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={props.value}
      error={props.error}
      onChange={props.onChange}
    />
  );
}

/** The day on which a change begins unless another is chosen: the shown day where it lies ahead, else today. */
function useFirstDay(): string {
  const today = useToday();
  const { day, past } = useShownDay();
  return (past ? today : day).toString();
}

function membershipsOf({ memberships }: Organization, managerId: string | null) {
  return memberships.filter(({ personId }) => personId === managerId);
}

function reportsOn({ people, lines }: Organization, managerId: string, day: Temporal.PlainDate): string[] {
  const here = new Set(people.filter((one) => worksHereOn(one, day)).map(({ id }) => id));
  const reports = lines.filter((line) => line.to === managerId && here.has(line.personId));
  return reports.filter((line) => lineOn([line], day)).map(({ personId }) => personId);
}

/** Moves people and tells it, with the way back. */
function useMove(onDone: () => void) {
  const doing = useDo(reassign);
  const undo = useDo(undoReassignment);
  return {
    doing,
    keep(wanted: MoveWanted) {
      const body = {
        personIds: [...wanted.personIds],
        managerId: wanted.managerId,
        startsOn: wanted.startsOn.toString(),
        team: wanted.team,
      };
      const onSuccess = (made: ReassignmentOut) => {
        onDone();
        tell(
          `${counted(made.people.length, "person", "people")} moved to ${made.manager?.name ?? "nobody"}.`,
          () => undo.mutateAsync({ params: { id: made.id } }),
        );
      };
      doing.mutate({ body }, { onSuccess });
    },
  };
}
