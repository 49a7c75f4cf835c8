/** Keeps one user from taking up the server with files that are made while they are read (S-26). */
import type { ServerResponse } from "node:http";
import type { Admission } from "./gate.ts";
import { COME_AGAIN_SECONDS, EXPORTS_AT_ONCE_MAX } from "./limits.ts";
import { HttpProblem } from "./problem.ts";

/** Takes one of a user's places for a file until its answer has ended. Refuses with 429 when all of them are taken. */
export type TakePlace = (admission: Admission, answer: ServerResponse) => void;

/** Gives every user {@link EXPORTS_AT_ONCE_MAX} places. Their sessions share them. */
export function placesForFiles(): TakePlace {
  const underWay = new Map<string, number>();
  return (admission, answer) => {
    const user = userOf(admission);
    const taken = underWay.get(user) ?? 0;
    if (taken >= EXPORTS_AT_ONCE_MAX) {
      throw new HttpProblem(429, `You are already exporting ${EXPORTS_AT_ONCE_MAX} files.`, {
        fix: "Wait until one of them has come, or stop it.",
        headers: { "retry-after": String(COME_AGAIN_SECONDS) },
      });
    }
    // Somebody who has gone already is never told of again: their place would be taken for ever.
    if (answer.destroyed) return;
    underWay.set(user, taken + 1);
    // Ends once, however the file ends: complete, broken off, or with nobody left to read it.
    answer.once("close", () => {
      const left = (underWay.get(user) ?? 1) - 1;
      if (left === 0) underWay.delete(user);
      else underWay.set(user, left);
    });
  };
}

/** A seat that belongs to nobody in the records is known by its role and name. */
function userOf({ actor }: Admission): string {
  return [actor.workspaceId, actor.personId ?? `${actor.role} ${actor.name}`].join(" ");
}
