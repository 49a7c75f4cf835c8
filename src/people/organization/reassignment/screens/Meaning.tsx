/** What would be done, in sentences; a reader hears it anew whenever something else is chosen. */
export function Meaning({ sentences }: { sentences: readonly string[] }) {
  return (
    <section className="qd-meaning" aria-label="What this means" aria-live="polite">
      {sentences.length === 0 ? null : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
