/** Somebody leaves after a day: what ends with it, and who takes their reports over. */
import { useState } from "react";
import { DayField, Form, fieldError, formatDay, Loading, tell, useAsk, useDo, useToday } from "#base/ui";
import { worksHereOn } from "../../person.ts";
import { getLines, leave, undoReassignment } from "../contract.ts";
import { decideLeaving, leftBehind } from "../leaving.ts";
import type { Organization } from "../reassignment.ts";
import { Meaning } from "./Meaning.tsx";
import { ManagerField } from "./MoveForm.tsx";
import { organizationOf, sayLeaving } from "./say-move.ts";

interface Leaver {
  readonly id: string;
  readonly name: string;
}

export function LeaveForm({ person, onDone }: { person: Leaver; onDone: () => void }) {
  const asked = useAsk(getLines, {});
  if (!asked.data) return <Loading rows={6} />;
  return <Leaving person={person} organization={organizationOf(asked.data)} onDone={onDone} />;
}

function Leaving(props: { person: Leaver; organization: Organization; onDone: () => void }) {
  const { person, organization, onDone } = props;
  const [leftOn, setLeftOn] = useState<string | null>(useToday().toString());
  const [managerId, setManagerId] = useState<string | null>(null);
  const doing = useDo(leave);
  const undo = useDo(undoReassignment);
  const day = leftOn === null ? null : Temporal.PlainDate.from(leftOn);
  const behind = day === null ? [] : leftBehind(organization, person.id, day);
  const wanted = day && { personId: person.id, leftOn: day, managerId: behind.length > 0 ? managerId : null };
  const decided = wanted && decideLeaving(organization, wanted);
  const submit = () =>
    wanted &&
    doing.mutate(
      { params: { id: person.id }, body: { leftOn: wanted.leftOn.toString(), managerId: wanted.managerId } },
      {
        onSuccess: (made) => {
          onDone();
          tell(`${person.name} leaves after ${formatDay(leftOn)}.`, () =>
            undo.mutateAsync({ params: { id: made.id } }),
          );
        },
      },
    );
  return (
    <Form
      doing={doing}
      same={decided === null}
      refusal={decided && "refused" in decided ? decided.refused.reason : null}
      verb={leftOn ? `Leaves after ${formatDay(leftOn)}` : "Leaves"}
      onSubmit={submit}
      onCancel={onDone}
    >
      <DayField
        label="Last day"
        value={leftOn}
        error={fieldError(doing.error, "leftOn")}
        onChange={setLeftOn}
      />
      {day !== null && behind.length > 0 ? (
        <ManagerField
          label="Who takes their reports over"
          description="Left empty, that is decided later."
          people={organization.people.filter((one) => worksHereOn(one, day.add({ days: 1 })))}
          except={person.id}
          value={managerId}
          error={fieldError(doing.error, "managerId")}
          onChange={setManagerId}
        />
      ) : null}
      <Meaning
        sentences={
          wanted && decided && "plan" in decided ? sayLeaving(organization, wanted, decided.plan) : []
        }
      />
    </Form>
  );
}
