/** Pieces of rows that the world is laid with. */
import { idOf, type Kind, personId, type Who, workspaceId } from "./world.ts";

export const row = (kind: Kind, number: number) => ({ workspace_id: workspaceId, id: idOf(kind, number) });
export const person = (who: Who | null) => (who === null ? null : personId(who));
export const day = (text: string | null | undefined) => (text ? Temporal.PlainDate.from(text) : null);
