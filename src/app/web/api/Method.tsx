/** The method of a call: those that change something stand out. */
export function Method({ method }: { method: string }) {
  return (
    <span className="qd-api-method" data-reads={method === "GET" || undefined}>
      {method}
    </span>
  );
}
