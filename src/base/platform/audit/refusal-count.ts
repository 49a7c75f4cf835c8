/**
 * Refusals on their way into the audit log, so that a flood of them fills neither the log nor the disk. The rule: within a
 * minute, the first of identical refusals is written at once, and how often it came again is written as one event when the
 * minute is over. Of one caller (all whom nobody recognises count as one) at most {@link DISTINCT_A_MINUTE} different ones
 * are written so; the rest is counted together.
 */
import type { Clock } from "../../kernel/index.ts";
import type { Author } from "../db/index.ts";
import type { NewAuditEvent } from "./event.ts";

export const DISTINCT_A_MINUTE = 20;
const WINDOW_SECONDS = 60;

/** A refusal, and in whose name it is written. */
export interface HeardRefusal {
  readonly author: Author;
  /** Whose budget it counts against. */
  readonly caller: string;
  readonly event: NewAuditEvent;
}

export interface RefusalCount {
  /** Takes a refusal: writes it, or counts it. */
  hear(refusal: HeardRefusal): Promise<void>;
  /** Writes what was only counted until now, and begins anew. */
  settle(): Promise<void>;
}

interface Counted {
  readonly first: HeardRefusal;
  more: number;
}

/** Counts refusals by the clock and writes events with `write`. */
export function countRefusals(clock: Clock, write: (refusal: HeardRefusal) => Promise<void>): RefusalCount {
  let began = clock.now();
  let counted = new Map<string, Counted>();
  let distinct = new Map<string, number>();
  const settle = async () => {
    const over = [...counted.values()].filter(({ more }) => more > 0);
    began = clock.now();
    counted = new Map();
    distinct = new Map();
    for (const { first, more } of over) await write(again(first, more));
  };
  return {
    settle,
    async hear(refusal) {
      if (clock.now().since(began).total("seconds") >= WINDOW_SECONDS) await settle();
      const same = counted.get(identity(refusal));
      if (same) {
        same.more += 1;
        return;
      }
      const others = distinct.get(refusal.caller) ?? 0;
      distinct.set(refusal.caller, others + 1);
      if (others >= DISTINCT_A_MINUTE) {
        const rest = `rest ${refusal.caller}`;
        const held = counted.get(rest);
        if (held) held.more += 1;
        else counted.set(rest, { first: withoutParticulars(refusal), more: 1 });
        return;
      }
      counted.set(identity(refusal), { first: refusal, more: 0 });
      await write(refusal);
    },
  };
}

/** What makes two refusals identical: who, what, from where. Which record was meant does not. */
function identity({ caller, event }: HeardRefusal): string {
  const { workspaceId, kind, endpoint, address, detail } = event;
  return JSON.stringify([caller, workspaceId, kind, endpoint, address, detail?.status, detail?.shown]);
}

function withoutParticulars(refusal: HeardRefusal): HeardRefusal {
  const event = { ...refusal.event, endpoint: null, subject: null, address: null, requestId: null };
  return { ...refusal, event: { ...event, detail: { various: true } } };
}

function again({ event, ...rest }: HeardRefusal, times: number): HeardRefusal {
  const counted = { ...event.detail, times, seconds: WINDOW_SECONDS };
  return { ...rest, event: { ...event, requestId: null, detail: counted } };
}
