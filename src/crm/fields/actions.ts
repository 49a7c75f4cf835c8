import { type Clock, newId, refuse } from "#base/kernel";
import { type Db, refuseStale } from "#base/platform";
import { type Amendment, amended, amendedCustom, refuseBecause } from "#people";
import {
  type Custom,
  type CustomField,
  type CustomValue,
  customProblems,
  type FieldNoun,
  onlyAChoiceHasOptions,
} from "./field.ts";
import { findFieldByKey, findFields, holdField, insertField, markFieldRemoved, storeField } from "./store.ts";

type Said = Pick<CustomField, "noun" | "key" | "label" | "type" | "options">;

/** Defines a custom field. A removed one of the same key and type is taken up again. Refuses a key that is taken. */
export async function defineField(
  db: Db,
  workspaceId: string,
  clock: Clock,
  given: Said,
): Promise<CustomField> {
  refuseBecause(onlyAChoiceHasOptions(given.type, given.options), "options");
  const there = await findFieldByKey(db, workspaceId, given.noun, given.key);
  if (there === undefined) return insertField(db, workspaceId, { id: newId(clock), ...given });
  if (there.removedAt === null) {
    return refuse("conflict", `There is already a field "${given.key}" of ${given.noun}: ${there.label}.`, {
      fix: "Choose another key, or change the field that exists.",
      fields: [{ field: "key", message: "is taken" }],
    });
  }
  if (there.type !== given.type) {
    return refuse("conflict", `A removed field "${given.key}" held values of type ${there.type}.`, {
      fix: "Choose another key, or the same type to take it up again.",
      fields: [{ field: "key", message: "was used with another type" }],
    });
  }
  return storeField(db, workspaceId, { ...given, id: there.id });
}

/** Changes a field's label or options. Refuses a stale version and options that its type cannot have. */
export async function changeField(
  db: Db,
  workspaceId: string,
  id: string,
  expectedVersion: number,
  given: Amendment<Pick<CustomField, "label" | "options">>,
): Promise<CustomField> {
  const held = refuseStale(await holdField(db, workspaceId, id), expectedVersion);
  const field = amended<CustomField>(held, given);
  refuseBecause(onlyAChoiceHasOptions(field.type, field.options), "options");
  return storeField(db, workspaceId, field);
}

/** Removes a field. Refuses a stale version. */
export async function removeField(db: Db, workspaceId: string, id: string, expectedVersion: number) {
  refuseStale(await holdField(db, workspaceId, id), expectedVersion);
  return { id, version: await markFieldRemoved(db, workspaceId, id) };
}

/**
 * A record's custom values with the given changes (a null takes one away). Refuses keys without a field and values
 * that do not fit theirs, each by its key.
 */
export async function checkedCustom(
  db: Db,
  workspaceId: string,
  noun: FieldNoun,
  held: Custom,
  given: Custom | undefined,
): Promise<Record<string, CustomValue>> {
  if (given === undefined || Object.keys(given).length === 0) return { ...held };
  const problems = customProblems(await findFields(db, workspaceId, noun), given);
  if (problems.length > 0) {
    refuse("invalid", problems.map((problem) => problem.message).join(" "), {
      fix: `Define the field first (custom fields of ${noun}), or correct the value.`,
      fields: problems,
    });
  }
  return amendedCustom(held, given);
}
