/** Rules that the database holds, said to the person whose change broke one. */
import { Refusal, type RefusalKind } from "../../kernel/index.ts";

export class DatabaseRefusal extends Refusal {
  readonly diskFull: boolean;

  constructor(kind: RefusalKind, message: string, fix: string, diskFull = false) {
    super(kind, message, { fix });
    this.diskFull = diskFull;
  }
}

interface DatabaseError {
  readonly code: string;
  readonly constraint?: string;
  readonly column?: string;
  readonly table?: string;
  readonly message: string;
}

const connectionLost = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EHOSTUNREACH",
]);

const outOfReach =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)|is not currently accepting connections$/;

/** Gives the refusal that an error of the database means, or null when it means a fault of the program. */
export function refusalOf(error: unknown): DatabaseRefusal | null {
  if (isOutOfReach(error)) return unavailable();
  if (!isDatabaseError(error)) return null;
  return ruleBroken(error) ?? badValue(error) ?? notNow(error);
}

/** The driver says so partly with codes of the operating system, partly only in words. */
function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && connectionLost.has(error.code)) return true;
  return outOfReach.test(error.message);
}

function unavailable(): DatabaseRefusal {
  return new DatabaseRefusal("unavailable", "The database did not answer in time.", "Try again in a moment.");
}

function isDatabaseError(error: unknown): error is DatabaseError {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return typeof error.code === "string" && /^[0-9A-Z]{5}$/.test(error.code);
}

function ruleBroken(error: DatabaseError): DatabaseRefusal | null {
  const noun = nounOf(error);
  const rule = ruleOf(error.constraint);
  switch (error.code) {
    case "23505":
      return new DatabaseRefusal(
        "conflict",
        `There is already ${noun} like this one${rule}.`,
        "Use the one that exists, or change what makes the two equal.",
      );
    case "23P01":
      return new DatabaseRefusal(
        "conflict",
        `The time of ${noun} overlaps with another one${rule}.`,
        "End the other one first, or choose a time that leaves it alone.",
      );
    case "23503":
      return new DatabaseRefusal(
        "invalid",
        `${capital(noun)} refers to something that does not exist, or something still refers to it${rule}.`,
        "Check the ids that you sent. To remove something, first remove what refers to it.",
      );
    case "23514":
      return new DatabaseRefusal(
        "invalid",
        `${capital(noun)} breaks a rule of the record${rule}.`,
        "Check the values that you sent against the documentation of this address.",
      );
    case "23502":
      return new DatabaseRefusal(
        "invalid",
        `${capital(noun)} needs a value for ${words(error.column ?? "a field")}.`,
        "Send a value for it.",
      );
    case "42501":
      // Row-level security: a narrowed seat wrote a row that it may not see, or would not see any more.
      return new DatabaseRefusal(
        "denied",
        "You may not write this, or you would no longer see it.",
        "Choose an owner whom you reach, or ask somebody who reaches them.",
      );
    case "P0001":
      // Raised by our own triggers, whose messages are written for people.
      return new DatabaseRefusal("invalid", error.message, "");
    default:
      return null;
  }
}

function badValue(error: DatabaseError): DatabaseRefusal | null {
  if (!error.code.startsWith("22")) return null;
  return new DatabaseRefusal(
    "invalid",
    "A value has a form or a size that the record cannot keep.",
    "Check the values that you sent: ids, days, numbers.",
  );
}

function notNow(error: DatabaseError): DatabaseRefusal | null {
  if (error.code === "40001" || error.code === "40P01") {
    return new DatabaseRefusal("conflict", "Somebody else was changing the same records.", "Send it again.");
  }
  if (error.code === "53100") {
    return new DatabaseRefusal("unavailable", "The disk is full.", "Free space on the server's disk.", true);
  }
  const passing = ["55P03", "57014", "57P01", "57P02", "57P03", "25006"];
  if (passing.includes(error.code) || error.code.startsWith("53") || error.code.startsWith("08")) {
    return unavailable();
  }
  return null;
}

/** "an opportunity line" of the table opportunity_line. */
function nounOf(error: DatabaseError): string {
  if (!error.table) return "a record";
  const noun = words(error.table);
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** Constraints that were given a name say their rule in it; generated names say nothing to anybody. */
function ruleOf(constraint: string | undefined): string {
  if (!constraint || /_(key|pkey|fkey|check|excl|idx)\d*$/.test(constraint)) return "";
  return ` (rule: ${words(constraint)})`;
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
