/** The last moves and leavers, each with the way back, or why there is none. */
import { Button } from "@mantine/core";
import {
  counted,
  formatDay,
  formatInstant,
  Section,
  Tag,
  tell,
  tellFailed,
  useAsk,
  useDo,
  useWorkspace,
} from "#base/ui";
import { getReassignments, type ReassignmentOut, undoReassignment } from "../contract.ts";
import { listed } from "./say-move.ts";

/** How many are shown. */
const shown = 5;

export function LastMoves() {
  const items = useAsk(getReassignments, {}).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section flush title="Last moves" label="Last moves">
      <ul className="qd-list">
        {items.slice(0, shown).map((one) => (
          <LastMove key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function LastMove({ one }: { one: ReassignmentOut }) {
  const { timeZone } = useWorkspace();
  const undo = useDo(undoReassignment);
  const takeBack = () =>
    undo.mutate(
      { params: { id: one.id } },
      { onSuccess: () => tell("Taken back: everything is as it was."), onError: tellFailed },
    );
  return (
    <li className="qd-item qd-last-move" data-undone={one.undoneAt ? true : undefined}>
      <span>
        {sentenceOf(one)}
        <span className="qd-faint qd-last-move-note">
          {formatInstant(one.madeAt, timeZone)}
          {one.stays && !one.undoneAt ? ` · ${one.stays}` : ""}
        </span>
      </span>
      {one.undoneAt ? (
        <Tag>taken back</Tag>
      ) : (
        <Button
          size="compact-xs"
          variant="default"
          disabled={one.stays !== null}
          loading={undo.isPending}
          aria-label={`Undo: ${sentenceOf(one)}`}
          onClick={takeBack}
        >
          Undo
        </Button>
      )}
    </li>
  );
}

/** "Ines and Jon report to Mia from 1 Apr 2026", "Tom leaves after 31 Mar 2026; 2 people report to Mia". */
export function sentenceOf(one: ReassignmentOut): string {
  const names = one.people.map(({ name }) => name);
  const verb = names.length === 1 ? "reports" : "report";
  const moved = `${listed(names)} ${verb} to ${one.manager?.name ?? "nobody"}`;
  const teams = one.teams > 0 ? `, ${counted(one.teams, "person", "people")} in another team` : "";
  if (one.leaver === null) return `${moved} from ${formatDay(one.startsOn)}${teams}`;
  const last = Temporal.PlainDate.from(one.startsOn).subtract({ days: 1 }).toString();
  return `${one.leaver.name} leaves after ${formatDay(last)}${names.length > 0 ? `; ${moved}` : ""}`;
}
