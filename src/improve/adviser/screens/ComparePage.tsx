/** Two saved advices beside each other: what each recommends, and on which inputs they differ. */
import { Answer, Empty, formatMoneyWhole, one, Page, Section, useAddress, useAsk } from "#base/ui";
import { compareAdvices } from "../contract.ts";

const whole = (rate: number) => `${Math.round(rate * 100)} %`;

export default function ComparePage() {
  const [search] = useAddress();
  const params = { id: one(search, "one", ""), other: one(search, "other", "") };
  const compared = useAsk(compareAdvices, { params }, { enabled: params.id !== "" && params.other !== "" });
  const { data } = compared;
  if (params.id === "" || params.other === "")
    return (
      <Page
        back
        title="Two advices compared"
        main={
          <Section>
            <Empty title="Two are needed">Choose two saved advices on the page of the adviser.</Empty>
          </Section>
        }
      />
    );
  return (
    <Page
      back
      title="Two advices compared"
      finding={
        data ? (
          <>
            {data.one.title}: <strong>{data.one.label}</strong>. {data.other.title}:{" "}
            <strong>{data.other.label}</strong>.
          </>
        ) : (
          "…"
        )
      }
      main={
        <Answer of={compared} framed>
          {({ one: first, other: second, options, inputs }) => (
            <div className="qd-adviser-advice">
              <Side
                label="Options in both"
                head={["Option", first.title, second.title]}
                rows={options.map(({ option, label, one: a, other: b }) => [
                  option,
                  label,
                  ...[a, b].map(
                    (side) =>
                      `best in ${whole(side.share)}, worth ${side.worth.toFixed(2)}, ${formatMoneyWhole(side.cost.amount, side.cost.currency)} a year`,
                  ),
                ])}
              />
              <Side
                label={inputs.length === 0 ? "They rest on the same inputs" : "Inputs that differ"}
                head={["Input", first.title, second.title]}
                rows={inputs.map((input) => [input.key, input.words, input.one, input.other])}
              />
            </div>
          )}
        </Answer>
      }
    />
  );
}

/** A table of both; the first cell of a row is its key. */
function Side(props: { label: string; head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <Section flush title={props.label} empty={props.rows.length === 0} label={props.label}>
      {props.rows.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
        <section className="qd-table-scroll" tabIndex={0} aria-label={`${props.label}, as a table`}>
          <table className="qd-table qd-plain qd-adviser-inputs">
            <caption className="qd-hidden">{props.label}</caption>
            <thead>
              <tr>
                {props.head.map((head, at) => (
                  <th key={at === 0 ? "what" : at === 1 ? "one" : "other"} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {props.rows.map(([key, words, first, second]) => (
                <tr key={key}>
                  <td>{words}</td>
                  <td>{first}</td>
                  <td>{second}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  );
}
