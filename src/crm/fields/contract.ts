import { z } from "zod";
import { endpoint } from "#base/contract";
import { idParams, idText, nameText, removal, shortText, version } from "#base/wire";
import { fieldNouns, fieldTypes } from "./field.ts";

const key = z
  .string()
  .regex(
    /^[a-z][a-z0-9_]{0,62}$/,
    "A key has small letters, digits and underscores, and begins with a letter.",
  );
const options = z.array(shortText.min(1)).max(500);

export const fieldOut = z.strictObject({
  id: idText,
  version,
  noun: z.enum(fieldNouns),
  key: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  options: z.array(z.string()),
});
export type FieldOut = z.infer<typeof fieldOut>;

export const getFields = endpoint({
  method: "GET",
  path: "/api/fields",
  permission: "records.read",
  summary: "The custom fields of every noun, or of one.",
  query: z.strictObject({ noun: z.enum(fieldNouns).optional() }),
  output: z.strictObject({ items: z.array(fieldOut) }),
});
export const createField = endpoint({
  method: "POST",
  path: "/api/fields",
  permission: "workspace.configure",
  audit: "field changed",
  summary: "Defines a custom field.",
  body: z.strictObject({
    noun: z.enum(fieldNouns),
    key,
    label: nameText,
    type: z.enum(fieldTypes),
    options: options.default([]),
  }),
  output: fieldOut,
  status: 201,
});
export const changeField = endpoint({
  method: "PATCH",
  path: "/api/fields/:id",
  permission: "workspace.configure",
  audit: "field changed",
  summary: "Changes a custom field's label or options; its key and type stay.",
  params: idParams,
  body: z.strictObject({ label: nameText.optional(), options: options.optional() }),
  output: fieldOut,
  conditional: true,
});
export const removeField = endpoint({
  method: "DELETE",
  path: "/api/fields/:id",
  permission: "workspace.configure",
  audit: "field removed",
  summary: "Removes a custom field; the values it had stay in the history.",
  params: idParams,
  output: removal,
  conditional: true,
});
