/** The ladder as a table: competences as rows, levels as columns. With a person, what they have shown stands out. */
import { Link } from "@tanstack/react-router";
import { Section, Tag } from "#base/ui";
import type { CareerOut, LadderOut } from "../contract.ts";

export function LadderTable({ ladder, person }: { ladder: LadderOut; person: CareerOut | undefined }) {
  const heightOf = (competence: string) => {
    const level = person?.best.find((one) => one.competence === competence)?.level;
    return ladder.levels.findIndex(({ key }) => key === level);
  };
  return (
    <Section flush label={ladder.name}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
      <section className="qd-table-scroll" tabIndex={0} aria-label={`${ladder.name}: what shows each level`}>
        <table className="qd-table qd-plain qd-ladder">
          <caption className="qd-hidden">{ladder.name}: what shows each level</caption>
          <thead>
            <tr>
              <th scope="col">Competence</th>
              {ladder.levels.map((level) => (
                <th key={level.key} scope="col">
                  <LevelName level={level} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ladder.competences.map(({ key, name, shownBy }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {shownBy.map((text, at) => {
                  const shown = person !== undefined && at <= heightOf(key);
                  return (
                    <td key={text} data-shown={shown || undefined}>
                      {text} {shown && at === heightOf(key) ? <Tag tone="good">shown</Tag> : null}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}

function LevelName({ level }: { level: LadderOut["levels"][number] }) {
  if (level.roleKey === null) return level.name;
  return (
    <Link to={"/roles/$key" as "/"} params={{ key: level.roleKey } as never} className="qd-link">
      {level.name}
    </Link>
  );
}
