/** Every measure at a glance: this fiscal quarter, the one before, the trend. */
import { Answer, Page, Section, Slices, useAsk, useQuarters } from "#base/ui";
import { listMeasures } from "../contract.ts";
import { MeasureRow } from "./MeasureRow.tsx";

export default function MeasuresPage() {
  const asked = useAsk(listMeasures, {});
  const quarters = useQuarters();
  return (
    <Page
      title="Measures"
      finding={
        asked.data
          ? `${asked.data.measures.length} measures, each with its definition, its choices and the records behind it.`
          : "…"
      }
      controls={<Slices />}
      table={
        <Section flush label="Measures">
          <Answer of={asked}>
            {(data) => (
              <div className="qd-table-scroll">
                <table className="qd-table qd-catalogue">
                  <caption className="qd-hidden">Measures in {quarters.label} and the quarter before</caption>
                  <colgroup>
                    <col />
                    <col style={{ width: 132 }} />
                    <col style={{ width: 132 }} data-wide />
                    <col style={{ width: 150 }} data-wide />
                    <col style={{ width: 86 }} data-wide />
                  </colgroup>
                  <thead>
                    <tr>
                      <th scope="col">Measure</th>
                      <th scope="col" data-align="right">
                        {quarters.label}
                      </th>
                      <th scope="col" data-align="right" data-wide>
                        {quarters.before.label}
                      </th>
                      <th scope="col" data-wide>
                        Eight quarters
                      </th>
                      <th scope="col" data-align="right" data-wide>
                        n
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.measures.map((measure) => (
                      <MeasureRow key={measure.name} measure={measure} />
                    ))}
                  </tbody>
                </table>
              </div>
            )}
          </Answer>
        </Section>
      }
    />
  );
}
