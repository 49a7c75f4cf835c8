/** What stands around every page: the company, its day, its scope, the navigation and the palette. */

import { useDisclosure } from "@mantine/hooks";
import { Outlet, useMatches, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { listMeasures } from "#analytics/contract";
import {
  CommandPalette,
  DimensionsProvider,
  Failed,
  navigationOf,
  one,
  problemOf,
  type Search,
  Shell,
  Tour,
  useAsk,
  useDimensions,
  WorkspaceChoiceProvider,
  type WorkspaceFacts,
  WorkspaceProvider,
} from "#base/ui";
import { DropAnywhere } from "#crm/screens";
import { getSession, getWorkspace } from "#people/contract";
import { LastDayHint } from "./LastDayHint.tsx";
import { pages } from "./pages.ts";
import { useCommands } from "./palette/use-commands.tsx";
import { useFound } from "./palette/use-found.tsx";
import { SampleBanner } from "./SampleBanner.tsx";
import { SignedOut } from "./SignedOut.tsx";
import { useScopeGroups } from "./use-scope-groups.ts";
import { useTime } from "./use-time.ts";
import { WorkspaceSwitcher } from "./WorkspaceSwitcher.tsx";
import { useFirstLook } from "./welcome/use-first-look.ts";
import { stops, useTour } from "./welcome/use-tour.ts";

const entries = navigationOf(pages);
const helpLinks = [
  { to: "/welcome", label: "Ways to begin" },
  { to: "/parts", label: "The parts that every page is made of" },
];

/** The pages by which one comes in: nobody is here yet, and no company. */
const waysIn = new Set(["/sign-in", "/join"]);

export function Frame() {
  const search = useSearch({ strict: false }) as Search;
  const path: string | undefined = useMatches().at(-1)?.fullPath;
  if (path !== undefined && waysIn.has(path)) return <Outlet />;
  return (
    <WorkspaceChoiceProvider value={one(search, "workspace", undefined)}>
      <Company>
        <Framed />
      </Company>
    </WorkspaceChoiceProvider>
  );
}

function Framed() {
  const [help, helpDoes] = useDisclosure(false);
  const groups = useCommands(entries, helpDoes.open);
  const time = useTime();
  const path: string | undefined = useMatches().at(-1)?.fullPath;
  const page = pages.find((entry) => entry.path === path);
  const tour = useTour();
  useFirstLook();
  return (
    <Shell
      entries={entries}
      workspace={<WorkspaceSwitcher />}
      banner={
        <>
          <SampleBanner />
          <LastDayHint lastOn={time.lastOn} />
        </>
      }
      time={time}
      useScopeGroups={useScopeGroups}
      page={page?.help ? { title: page.title, ...page.help } : null}
      help={{ opened: help, open: helpDoes.open, close: helpDoes.close }}
      helpLinks={helpLinks}
    >
      <Outlet />
      <DropAnywhere />
      <CommandPalette groups={groups} useFound={useFound} />
      {tour.on && path === "/" ? <Tour stops={stops} onEnd={tour.end} /> : null}
    </Shell>
  );
}

/** Asks which company this is; without an answer nothing else makes sense. */
function Company({ children }: { children: ReactNode }) {
  const asked = useAsk(getWorkspace, {});
  // Home needs it at once; asked together, nobody waits for one after the other.
  useAsk(getSession, {});
  const measures = useAsk(listMeasures, {}, { enabled: asked.data !== undefined });
  const { data } = asked;
  const facts = useMemo<WorkspaceFacts | null>(
    () => (data ? { ...data, sample: data.origin === "sample" } : null),
    [data],
  );
  const known = useDimensions();
  if (!facts) {
    if (!asked.error) return <div className="qd-blank" aria-busy="true" />;
    if (problemOf(asked.error).status === 401) return <SignedOut />;
    return (
      <main className="qd-alone">
        <Failed failure={asked.error} retry={asked.refetch} />
      </main>
    );
  }
  return (
    <WorkspaceProvider facts={facts}>
      <DimensionsProvider value={measures.data?.dimensions ?? known}>{children}</DimensionsProvider>
    </WorkspaceProvider>
  );
}
