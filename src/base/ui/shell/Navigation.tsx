/** The left rail: the desks and their pages. */
import { Link, useRouterState } from "@tanstack/react-router";
import { desks, type NavEntry } from "./navigation.ts";

export function Navigation(props: { entries: readonly NavEntry[]; onGo?: () => void }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const here = hereOf(path, props.entries);
  const shown = desks.filter((desk) => props.entries.some((entry) => entry.desk === desk));
  return (
    <nav className="qd-nav" aria-label="Pages">
      {shown.map((desk) => (
        <div key={desk} className="qd-nav-desk">
          {desk === "Home" || desk === "Settings" ? null : <h2>{desk}</h2>}
          <ul>
            {props.entries
              .filter((entry) => entry.desk === desk)
              .map((entry) => (
                <li key={entry.path}>
                  <NavLink entry={entry} here={entry.path === here} onGo={props.onGo} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The entry whose path holds the page that is open; of several, the most exact. */
function hereOf(path: string, entries: readonly NavEntry[]): string | undefined {
  return entries
    .map((entry) => entry.path)
    .filter((entry) => path === entry || (entry !== "/" && path.startsWith(`${entry}/`)))
    .toSorted((a, b) => b.length - a.length)[0];
}

function NavLink({ entry, here, onGo }: { entry: NavEntry; here: boolean; onGo: (() => void) | undefined }) {
  const Icon = entry.icon;
  return (
    <Link
      to={entry.path as "/"}
      className="qd-nav-link"
      data-here={here || undefined}
      aria-current={here ? "page" : undefined}
      preload="intent"
      {...(onGo ? { onClick: onGo } : {})}
    >
      <Icon size={16} stroke={1.7} aria-hidden />
      <span>{entry.title}</span>
      {entry.key ? <kbd aria-hidden>g {entry.key}</kbd> : null}
    </Link>
  );
}
