/** What the typed words bring up: records by name, a day, and what figures can be kept to. */
import { useDebouncedValue } from "@mantine/hooks";
import {
  IconBox,
  IconBuilding,
  IconCalendarEvent,
  IconSitemap,
  IconTarget,
  IconUser,
  IconUsers,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import {
  type Command,
  type CommandGroup,
  countryName,
  dayIn,
  fitOf,
  formatDay,
  formatMoneyShort,
  headline,
  scopeText,
  useAsk,
  useScope,
  useTimeTravel,
  useWorkspace,
} from "#base/ui";
import { type FoundRecord, searchRecords } from "#crm/contract";
import { pages } from "../pages.ts";
import { useScopeGroups } from "../use-scope-groups.ts";

const nouns: Record<FoundRecord["noun"], { label: string; icon: ReactNode; path: string }> = {
  opportunity: { label: "Opportunities", icon: <IconTarget size={16} />, path: "/opportunities/$id" },
  account: { label: "Accounts", icon: <IconBuilding size={16} />, path: "/accounts/$id" },
  contact: { label: "Contacts", icon: <IconUsers size={16} />, path: "/contacts/$id" },
  product: { label: "Products", icon: <IconBox size={16} />, path: "/products/$id" },
  person: { label: "People", icon: <IconUser size={16} />, path: "/people" },
};

/** Fewer letters than this bring up half the company. */
const fewestLetters = 2;

export function useFound(query: string): { groups: readonly CommandGroup[]; searching: boolean } {
  const [wanted] = useDebouncedValue(query, 120);
  const enabled = wanted.length >= fewestLetters;
  const asked = useAsk(searchRecords, { query: { query: wanted, limit: 6 } }, { enabled });
  const day = useDayCommand(query);
  const scopes = useScopeCommands(query);
  const open = useOpenRecord();
  const items = enabled && query.length >= fewestLetters ? (asked.data?.items ?? []) : [];
  const order = [...new Set(items.map((found) => found.noun))];
  const records = order.map((noun) => ({
    label: nouns[noun].label,
    commands: items.flatMap((found): Command[] => {
      const run = found.noun === noun ? open(found) : null;
      return run
        ? [{ id: found.id, label: found.name, note: noteOf(found), icon: nouns[noun].icon, run }]
        : [];
    }),
  }));
  return {
    searching: query.length >= fewestLetters && (asked.isFetching || wanted !== query),
    groups: [{ label: "Days", commands: day }, ...records, { label: "Keep figures to", commands: scopes }],
  };
}

function noteOf({ noun, note: said, status, amount }: FoundRecord): string {
  const note = noun === "account" ? (said ?? "").replace(/[A-Z]{2}$/, countryName) : said;
  const money = amount?.amount ? formatMoneyShort(amount.amount, amount.currency) : null;
  return [note, money, status && status !== "open" ? headline(status) : null].filter(Boolean).join(" · ");
}

/** The way to a record: its own page; where its noun has none yet, that of its account. */
function useOpenRecord(): (found: FoundRecord) => (() => void) | null {
  const navigate = useNavigate();
  return (found) => {
    if (found.noun === "person")
      return () => void navigate({ to: "/people" as "/", search: { open: found.id } as never });
    const own = pages.some((page) => page.path === nouns[found.noun].path);
    const path = own ? nouns[found.noun].path.replace("$id", found.id) : null;
    const account = found.accountId ? `/accounts/${found.accountId}` : null;
    const to = path ?? account;
    return to === null ? null : () => void navigate({ to: to as "/" });
  };
}

function useDayCommand(query: string): Command[] {
  const { calendar } = useWorkspace();
  const travel = useTimeTravel();
  const said = dayIn(query, travel.now, calendar);
  if (said === null) return [];
  const date = formatDay(said.day.toString());
  return [
    {
      id: "day",
      label: `Show the company as of ${date}`,
      note: said.meaning ?? undefined,
      icon: <IconCalendarEvent size={16} />,
      run: () => travel.go(said.day),
    },
  ];
}

function useScopeCommands(query: string): Command[] {
  const groups = useScopeGroups(query.length >= fewestLetters);
  const { choose } = useScope();
  if (query.length < fewestLetters) return [];
  const all = (groups ?? []).flatMap(({ kind, label, names }) =>
    names.map((name) => ({ scope: { kind, name }, label, fit: fitOf({ label: name }, query) })),
  );
  return all
    .filter((one) => one.fit !== null)
    .toSorted((a, b) => (a.fit ?? 9) - (b.fit ?? 9))
    .slice(0, 4)
    .map(({ scope, label }) => ({
      id: `scope ${scopeText(scope)}`,
      label: scope.name,
      note: label,
      icon: <IconSitemap size={16} />,
      run: () => choose(scope),
    }));
}
