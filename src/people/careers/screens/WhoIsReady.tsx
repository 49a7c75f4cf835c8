/** Who stands where on a ladder, in sentences; whoever may not see that is told so. */
import { Answer, counted, denialOf, Empty, Person, Section } from "#base/ui";
import type { CareerOut } from "../contract.ts";

interface Asked {
  data: { readonly items: readonly CareerOut[] } | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

export function WhoIsReady(props: {
  asked: Asked;
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { asked, openId, onOpen } = props;
  const denial = denialOf(asked);
  if (denial) {
    return (
      <Section label="Who is ready for what">
        <Empty title="Careers of others are not shown to you">{denial.detail}</Empty>
      </Section>
    );
  }
  return (
    <Section flush title="Who is ready for what" label="Who is ready for what">
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing is on record on this ladder">
              Put on record what somebody was seen to do: the ladder then says what they are ready for, and
              what is missing.
            </Empty>
          ) : (
            <ul className="qd-list" aria-label="Who is ready for what">
              {items.map((career) => (
                <li key={career.person.id}>
                  <button
                    type="button"
                    className="qd-item qd-career"
                    aria-pressed={career.person.id === openId}
                    onClick={() => onOpen(career.person.id)}
                  >
                    <Person name={career.person.name} />
                    <span className="qd-faint">{counted(career.records.length, "record")}</span>
                    <span className="qd-career-words">{career.sentence}</span>
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
}
