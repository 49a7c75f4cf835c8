/** Two roles side by side, and what separates them. */
import { Link } from "@tanstack/react-router";
import { Answer, Empty, one, Page, Section, useAddress, useAsk } from "#base/ui";
import { compareRoles, type RoleOut } from "../contract.ts";

export default function CompareRolesPage() {
  const [search] = useAddress();
  const params = { key: one(search, "one", ""), other: one(search, "other", "") };
  const chosen = params.key !== "" && params.other !== "";
  const compared = useAsk(compareRoles, { params }, { enabled: chosen });
  return (
    <Page
      back
      title="Two roles side by side"
      finding={chosen ? (compared.data?.separation ?? "…") : undefined}
      main={
        chosen ? (
          <Answer of={compared} framed>
            {({ one: first, other, sections }) => (
              <Section flush label="Side by side">
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard */}
                <section className="qd-table-scroll" tabIndex={0} aria-label="Side by side, as a table">
                  <table className="qd-table qd-plain qd-roles-beside">
                    <caption className="qd-hidden">Side by side</caption>
                    <thead>
                      <tr>
                        <th scope="col">Section</th>
                        <RoleHead role={first} />
                        <RoleHead role={other} />
                      </tr>
                    </thead>
                    <tbody>
                      {sections
                        .filter(({ kind }) => kind !== "neither")
                        .map((section) => (
                          <tr key={section.key}>
                            <th scope="row">{section.title}</th>
                            <Side lines={section.one} both={section.both} />
                            <Side lines={section.other} both={section.both} />
                          </tr>
                        ))}
                    </tbody>
                  </table>
                </section>
              </Section>
            )}
          </Answer>
        ) : (
          <Section>
            <Empty title="Two are needed">Open a role and choose the one to compare it with.</Empty>
          </Section>
        )
      }
    />
  );
}

function RoleHead({ role }: { role: RoleOut }) {
  return (
    <th scope="col">
      <Link to={"/roles/$key" as "/"} params={{ key: role.key } as never} className="qd-link">
        {role.name}
      </Link>{" "}
      <span className="qd-faint">{role.level}</span>
    </th>
  );
}

/** What one of the two says; what both say is set back. */
function Side({ lines, both }: { lines: readonly string[]; both: readonly string[] }) {
  if (lines.length + both.length === 0) {
    return (
      <td>
        <span className="qd-none">–</span>
      </td>
    );
  }
  return (
    <td>
      <ul>
        {lines.map((text) => (
          <li key={text}>{text}</li>
        ))}
        {both.map((text) => (
          <li key={text} className="qd-faint">
            {text} (both)
          </li>
        ))}
      </ul>
    </td>
  );
}
