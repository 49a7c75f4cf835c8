const errorResponse = "E".charCodeAt(0);
const decoder = new TextDecoder();

/** The fields of an ErrorResponse by their letters: V severity, M message. */
function fieldsOf(body: Uint8Array): Map<string, string> {
  const fields = decoder
    .decode(body)
    .split("\0")
    .filter((field) => field !== "");
  return new Map(fields.map((field) => [field.charAt(0), field.slice(1)]));
}

/**
 * What PostgreSQL said when it gave up (PANIC), if this reply says so; else null. A server would now restart itself.
 * The embedded engine lives on with its locks held, and the next request would wait for ever.
 */
export function panicIn(reply: Uint8Array): string | null {
  const view = new DataView(reply.buffer, reply.byteOffset, reply.byteLength);
  for (let at = 0; at + 5 <= reply.length; at += 1 + view.getUint32(at + 1)) {
    if (reply[at] !== errorResponse) continue;
    const fields = fieldsOf(reply.subarray(at + 5, at + 1 + view.getUint32(at + 1)));
    if (fields.get("V") === "PANIC") return fields.get("M") ?? "PANIC";
  }
  return null;
}
