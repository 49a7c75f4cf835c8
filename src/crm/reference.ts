/** Another record as it is shown: its id with its name, or null. */
export function shownReference(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
