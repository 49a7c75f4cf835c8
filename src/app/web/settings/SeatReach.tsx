/** What a person's seat lets them do, and whose records they see, with the reason for each. */
import { Answer, counted, useAsk } from "#base/ui";
import { getReach } from "#people/contract";

export function SeatReach({ personId, asOf }: { personId: string; asOf: string | undefined }) {
  const asked = useAsk(getReach, { params: { id: personId }, query: asOf ? { asOf } : {} });
  return (
    <Answer of={asked}>
      {(told) => (
        <>
          <p className="qd-who-sentence">{told.sentence}</p>
          {told.people === null || told.people.length === 0 ? null : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
            <ul className="qd-why" tabIndex={0} aria-label={`Whose records ${told.person.name} sees`}>
              {told.people.map((one) => (
                <li key={one.id}>
                  <span>{one.name}</span>
                  <span className="qd-why-because">{one.because}</span>
                </li>
              ))}
            </ul>
          )}
          {told.rights.length > 0 ? (
            <details className="qd-who-rights">
              <summary>{counted(told.rights.length, "right")}</summary>
              <ul>
                {told.rights.map((right) => (
                  <li key={right.right}>{right.words}</li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      )}
    </Answer>
  );
}
