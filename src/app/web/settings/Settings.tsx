/** Around every page of Settings: its title, and the way to the others. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Page } from "#base/ui";
import "./settings.css";

const sections = [
  { path: "/settings", label: "Company" },
  { path: "/settings/currencies", label: "Currencies" },
  { path: "/settings/pipelines", label: "Pipelines and stages" },
  { path: "/settings/fields", label: "Custom fields" },
  { path: "/settings/teams", label: "Teams and regions" },
  { path: "/settings/access", label: "Keys and sessions" },
  { path: "/settings/audit", label: "Audit log" },
  { path: "/settings/data", label: "Data and backup" },
  { path: "/settings/status", label: "Status" },
  { path: "/settings/api", label: "API" },
] as const;

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
