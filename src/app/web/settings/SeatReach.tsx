/** What a person's seat lets them do, and whose records they see, with the reason for each. */
import { Answer, type Column, counted, DataTable, useAsk } from "#base/ui";
import { getReach } from "#people/contract";

interface Reached {
  readonly id: string;
  readonly name: string;
  readonly because: string;
}

const columns: readonly Column<Reached>[] = [
  { id: "name", header: "Whose records", value: (one) => one.name, width: 180 },
  { id: "because", header: "Why", value: (one) => one.because },
];

export function SeatReach({ personId, asOf }: { personId: string; asOf: string | undefined }) {
  const asked = useAsk(getReach, { params: { id: personId }, query: asOf ? { asOf } : {} });
  return (
    <Answer of={asked}>
      {(told) => (
        <>
          <p className="qd-who-sentence">{told.sentence}</p>
          {told.people === null || told.people.length === 0 ? null : (
            <DataTable
              label={`Whose records ${told.person.name} sees`}
              columns={columns}
              rows={told.people}
              rowKey={(one) => one.id}
              maxHeight="340px"
            />
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
