/** Around every page of Settings: its title, and the way to the others. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Page, useAsk } from "#base/ui";
import { getSession } from "#people/contract";
import "./settings.css";

const everySection = [
  { path: "/settings", label: "Company" },
  { path: "/settings/currencies", label: "Currencies" },
  { path: "/settings/pipelines", label: "Pipelines and stages" },
  { path: "/settings/fields", label: "Custom fields" },
  { path: "/settings/teams", label: "Teams and regions" },
  { path: "/settings/sign-in", label: "Your sign-in" },
  { path: "/settings/seats", label: "People who sign in", needs: "access.manage" },
  { path: "/settings/access-roles", label: "Access roles", needs: "access.manage" },
  { path: "/settings/who-sees", label: "Who sees what", needs: "access.manage" },
  { path: "/settings/access", label: "Keys and sessions", needs: "access.manage" },
  { path: "/settings/audit", label: "Audit log", needs: "audit.read" },
  { path: "/settings/data", label: "Data and backup", needs: "workspace.configure" },
  { path: "/settings/status", label: "Status", needs: "workspace.configure" },
  { path: "/settings/api", label: "API" },
] as const;

/** The sections that somebody may use; until it is known, those that everybody may. */
function useSections() {
  const permissions = useAsk(getSession, {}).data?.actor.permissions;
  return everySection.filter(
    (section) => !("needs" in section) || permissions?.includes(section.needs) === true,
  );
}

/** On a narrow screen the sections do not fit: the present one is brought into sight. */
const inSight = (nav: HTMLElement | null) =>
  nav?.querySelector("[aria-current='page']")?.scrollIntoView({ block: "nearest", inline: "center" });

export function Settings(props: {
  title: string;
  finding: ReactNode;
  actions?: ReactNode;
  main?: ReactNode;
  table?: ReactNode;
  panel?: ReactNode;
}) {
  const sections = useSections();
  return (
    <Page
      title={props.title}
      finding={props.finding}
      actions={props.actions}
      controls={
        <nav className="qd-sections" aria-label="Settings" ref={inSight}>
          {sections.map((section) => (
            <Link
              key={section.path}
              to={section.path as "/"}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {section.label}
            </Link>
          ))}
        </nav>
      }
      main={props.main}
      table={props.table}
      panel={props.panel}
    />
  );
}
