import { type Day, instantOf, type Moment, workingDayFrom, workingDayUntil } from "./days.ts";
import type { LivedOpportunity } from "./opportunity.ts";
import type { CastActivity, CastOpportunityRecord } from "./records.ts";
import type { Setting } from "./setting.ts";

const dayMs = 86_400_000;

interface Deed {
  kind: CastActivity["kind"];
  subject: string;
  doneAt: Moment | null;
  /** For a task that is still to be done. */
  dueAt: Moment | null;
  recordedAt: Moment;
  person: number;
}

/**
 * What was done about an opportunity: something shortly before each thing that happened to it, a follow-up now and
 * then, and for most open ones a task that is due. The forgotten ones have been silent since they were last touched.
 */
export function activitiesOf(
  setting: Setting,
  lived: LivedOpportunity,
  record: CastOpportunityRecord,
  identify: (index: number) => string,
): CastActivity[] {
  const { account, index, chance } = lived;
  const contacts = setting.contacts[account.index]?.length ?? 0;
  const deeds = [...done(lived), ...lately(setting, lived, record), ...planned(setting, lived, record)];
  return deeds.map((deed, position) => ({
    id: identify(index * 32 + position),
    trueSince: instantOf(deed.recordedAt),
    kind: deed.kind,
    subject: deed.subject,
    body: null,
    opportunityId: record.id,
    accountId: setting.ids.account(account.index),
    contactId:
      contacts > 0 && chance.happens(0.8)
        ? setting.ids.contact(account, chance.whole(0, contacts - 1))
        : null,
    personId: setting.ids.person(deed.person),
    dueAt: deed.dueAt === null ? null : instantOf(deed.dueAt),
    doneAt: deed.doneAt === null ? null : instantOf(deed.doneAt),
  }));
}

const meetings = ["Discovery call", "Site survey", "Proposal review", "Trial review", "Contract talks"];

function done({ journey, pipeline, chance }: LivedOpportunity): Deed[] {
  const deeds: Deed[] = [];
  const most = 14;
  let stage = -1;
  for (const { moment, face } of journey.appearances) {
    if (deeds.length >= most) break;
    const at = {
      doneAt: moment - chance.whole(3, 20) * 60_000,
      dueAt: null,
      recordedAt: moment,
      person: face.person,
    };
    if (face.status !== "open") {
      if (chance.happens(0.5)) deeds.push({ kind: "email", subject: "Thank you and next steps", ...at });
    } else if (face.stage !== stage) {
      const subject = pipeline.key === "renewal" ? "Contract review" : (meetings[face.stage] ?? "Meeting");
      deeds.push({ kind: face.stage === 0 ? "call" : "meeting", subject, ...at });
      stage = face.stage;
    } else if (chance.happens(0.6)) {
      deeds.push({ kind: chance.happens(0.5) ? "call" : "email", subject: "Follow-up on timing", ...at });
    }
  }
  return deeds;
}

/** How long after it was last touched an open opportunity counts as forgotten. */
const forgottenAfterMs = 75 * dayMs;

function isForgotten(setting: Setting, touchedAt: Moment): boolean {
  return setting.clock(setting.story.asOfDay, 540) - touchedAt > forgottenAfterMs;
}

/** Most open opportunities that are not forgotten had a call or an e-mail in the last two weeks. */
function lately(
  setting: Setting,
  { chance, journey }: LivedOpportunity,
  record: CastOpportunityRecord,
): Deed[] {
  const last = journey.appearances.at(-1);
  if (record.status !== "open" || !last || isForgotten(setting, last.moment) || chance.happens(0.3))
    return [];
  const day = workingDayUntil(setting.story.lastDay - chance.whole(0, 13));
  const doneAt = setting.clock(day, chance.whole(520, 1060));
  if (doneAt <= last.moment) return [];
  const kind = chance.happens(0.5) ? "call" : "email";
  return [
    { kind, subject: "Checking in", doneAt, dueAt: null, recordedAt: doneAt, person: last.face.person },
  ];
}

/** Three in five open opportunities have a task ahead; of the rest, some have one that is overdue. */
function planned(
  setting: Setting,
  { chance, journey }: LivedOpportunity,
  record: CastOpportunityRecord,
): Deed[] {
  const last = journey.appearances.at(-1);
  const wish = chance.number();
  if (record.status !== "open" || !last || wish > 0.75 || isForgotten(setting, last.moment)) return [];
  const today: Day = setting.story.asOfDay;
  const dueDay =
    wish < 0.6 ? workingDayFrom(today + chance.whole(0, 20)) : workingDayUntil(today - chance.whole(1, 9));
  const dueAt = setting.clock(dueDay, 30 * chance.whole(18, 33));
  const subject = record.nextStep ?? "Follow up";
  return [{ kind: "task", subject, doneAt: null, dueAt, recordedAt: last.moment, person: last.face.person }];
}
