/** How far the target is reached, with a mark for how much of the time is gone. */
export function Reached({ share, gone }: { share: number | null; gone?: number }) {
  const part = (rate: number) => `${Math.max(0, Math.min(1, rate)) * 100}%`;
  return (
    <div className="qd-reached" aria-hidden data-none={share === null || undefined}>
      <i style={{ width: part(share ?? 0) }} />
      {gone === undefined ? null : <b style={{ insetInlineStart: part(gone) }} />}
    </div>
  );
}
