/** Rights down, roles across: a full dot where the role has the right. */
import { Tag } from "#base/ui";
import type { AccessRoleOut } from "#people/contract";

export interface RightShown {
  readonly right: string;
  readonly words: string;
  readonly wholeCompany: boolean;
  readonly yours: boolean;
}

export const reachNames: Readonly<Record<AccessRoleOut["reach"], string>> = {
  company: "All",
  line: "Line",
  team: "Team",
  own: "Own",
};

export function RightsMatrix(props: {
  roles: readonly AccessRoleOut[];
  rights: readonly RightShown[];
  onOpen: (role: AccessRoleOut) => void;
}) {
  const { roles, rights, onOpen } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="qd-rights-scroll" tabIndex={0} aria-label="Rights by role">
      <table className="qd-rights">
        <thead>
          <tr>
            <th scope="col">
              <span className="qd-faint">May</span>
            </th>
            {roles.map((role) => (
              <th key={role.key} scope="col">
                <button
                  type="button"
                  className="qd-rights-role"
                  title={role.summary}
                  onClick={() => onOpen(role)}
                >
                  {role.name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="qd-rights-reach">
            <th scope="row">With whose records</th>
            {roles.map((role) => (
              <td key={role.key}>{reachNames[role.reach]}</td>
            ))}
          </tr>
          {rights.map((right) => (
            <tr key={right.right}>
              <th scope="row" title={right.right}>
                {right.words}
              </th>
              {roles.map((role) => (
                <td key={role.key}>
                  <Dot has={role.rights.includes(right.right)} />
                </td>
              ))}
            </tr>
          ))}
          <tr className="qd-rights-reach">
            <th scope="row">Seats</th>
            {roles.map((role) => (
              <td key={role.key}>
                {role.seats > 0 ? role.seats : <span className="qd-faint">0</span>}
                {role.id !== null ? (
                  <>
                    {" "}
                    <Tag tone="accent">own</Tag>
                  </>
                ) : null}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Dot({ has }: { has: boolean }) {
  return (
    <span className="qd-rights-dot" data-has={has}>
      <span className="qd-hidden">{has ? "yes" : "no"}</span>
    </span>
  );
}
