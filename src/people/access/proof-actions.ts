/** What somebody shows besides a token: a password, a code of their second factor, a recovery code. Attempts are counted. */
import { createHash } from "node:crypto";
import { type Clock, refuse } from "#base/kernel";
import { type Approach, type Database, type Db, HttpProblem, type Services } from "#base/platform";
import { type Attempt, Attempts } from "./attempts.ts";
import { isPassword } from "./password-actions.ts";
import { unseal } from "./sealing-actions.ts";
import type { HeldSeat } from "./seat-store.ts";
import { type SecretSeat, spendRecoveryCode, spendStep } from "./secret-store.ts";
import type { SecretBytes } from "./token-actions.ts";
import { base32, stepOfCode } from "./totp-actions.ts";

/** Attempts are remembered as long as the program runs with a database: one process has it. */
const attemptsOf = new WeakMap<Database, Attempts>();

/** Counts an attempt, or refuses with 429 when there were too many. Gives what takes it back. */
export function beginAttempt(services: Services, attempt: Attempt): { takeBack: () => void } {
  const { database, clock } = services;
  const attempts = attemptsOf.get(database) ?? new Attempts();
  attemptsOf.set(database, attempts);
  const seconds = attempts.begin(attempt, clock.now());
  if (seconds === null) return { takeBack: () => attempts.takeBack(attempt) };
  services.log("warn", "Too many attempts to sign in.", { network: attempt.network });
  const minutes = Math.ceil(seconds / 60);
  throw new HttpProblem(429, "There were too many attempts to sign in.", {
    fix: `Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
    headers: { "retry-after": String(seconds) },
  });
}

/** Counts an attempt of somebody who is signed in already and proves once more who they are. */
export const beginOwnAttempt = (services: Services, approach: Approach, seat: Pick<HeldSeat, "id">) =>
  beginAttempt(services, { account: `seat ${seat.id}`, network: approach.network, familiar: false });

/** Refuses a password that is not the seat's. */
export async function confirmPassword(
  services: Services,
  approach: Approach,
  seat: SecretSeat,
  password: string,
): Promise<void> {
  const attempt = beginOwnAttempt(services, approach, seat);
  if (!(await isPassword(seat.passwordHash, password))) {
    services.log("warn", "A password was refused.", { seat: seat.id, network: approach.network });
    const message = "This is not your password.";
    refuse("denied", message, {
      fix: "Enter the password with which you sign in.",
      fields: [{ field: "password", message }],
    });
  }
  attempt.takeBack();
}

/** Where the secret of a seat's second factor is sealed for. */
export const placeOfFactor = (seat: Pick<HeldSeat, "workspaceId" | "id">) => `${seat.workspaceId} ${seat.id}`;

/**
 * Whether a code is the present one of the seat's second factor, or a recovery code; either way it is used up. Where the
 * key is lost with which the factor was sealed, only recovery codes are.
 */
export async function spendCode(
  db: Db,
  directory: string | null,
  seat: SecretSeat,
  code: string,
  clock: Clock,
): Promise<boolean> {
  const recovery = plainRecoveryCode(code);
  if (recovery !== null) return spendRecoveryCode(db, seat, recoveryHash(seat, recovery), clock.now());
  const secret = seat.factorSealed && unseal(directory, placeOfFactor(seat), seat.factorSealed);
  if (!secret) return false;
  const step = stepOfCode(secret, code.replaceAll(" ", ""), clock.now(), seat.factorLastStep);
  return step !== null && spendStep(db, seat, step);
}

export const RECOVERY_CODES = 10;
/** 120 bits, so that a plain hash is enough. */
const RECOVERY_BYTES = 15;

/** A new recovery code, "ABCD-EFGH-…", six times four letters and digits. */
export function newRecoveryCode(secretBytes: SecretBytes): string {
  return (base32(secretBytes(RECOVERY_BYTES)).match(/.{4}/g) ?? []).join("-");
}

/** A recovery code without what people put between its letters; null: it is none. */
function plainRecoveryCode(code: string): string | null {
  const plain = code.replaceAll(/[\s-]/g, "").toUpperCase();
  return /^[A-Z2-7]{24}$/.test(plain) ? plain : null;
}

/** The hash as which a recovery code is kept; of one seat, so that it opens no other. */
export function recoveryHash(seat: Pick<HeldSeat, "workspaceId" | "id">, code: string): string {
  return createHash("sha256")
    .update(`${placeOfFactor(seat)} ${plainRecoveryCode(code)}`)
    .digest("hex");
}
