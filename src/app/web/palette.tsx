/** What the command palette offers: pages, measures, and records by name. */

import { useDebouncedValue } from "@mantine/hooks";
import { IconBuilding, IconMathFunction, IconTarget } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { listMeasures } from "#analytics/contract";
import { type CommandGroup, formatMoneyShort, type NavEntry, useAsk } from "#base/ui";
import { getAccounts, getOpportunities } from "#crm/contract";

/** Pages and measures by name. */
export function usePalette(entries: readonly NavEntry[]): CommandGroup[] {
  const navigate = useNavigate();
  const measures = useAsk(listMeasures, {});
  return [
    {
      label: "Pages",
      commands: entries.map((entry) => ({
        id: entry.path,
        label: entry.title,
        icon: <entry.icon size={16} />,
        keys: entry.key ? `g ${entry.key}` : undefined,
        run: () => void navigate({ to: entry.path as "/" }),
      })),
    },
    {
      label: "Measures",
      commands: (measures.data?.measures ?? []).map((measure) => ({
        id: `measure ${measure.name}`,
        label: measure.label,
        note: measure.sentence,
        icon: <IconMathFunction size={16} />,
        run: () => void navigate({ to: `/measures/${measure.name}` as "/" }),
      })),
    },
  ];
}

/** Opportunities and accounts whose name holds what was typed. */
export function useFound(query: string): { groups: readonly CommandGroup[]; searching: boolean } {
  const navigate = useNavigate();
  const [wanted] = useDebouncedValue(query, 180);
  const enabled = wanted.length >= 2;
  const asked = { query: { search: wanted, limit: 6 } };
  const opportunities = useAsk(getOpportunities, asked, { enabled, keep: false });
  const accounts = useAsk(getAccounts, asked, { enabled, keep: false });
  if (!enabled) return { groups: [], searching: false };
  const go = (to: string) => () => void navigate({ to: to as "/" });
  return {
    searching: opportunities.isFetching || accounts.isFetching || wanted !== query,
    groups: [
      {
        label: "Opportunities",
        commands: (opportunities.data?.items ?? []).map((found) => ({
          id: found.id,
          label: found.name,
          note: [
            found.account?.name,
            found.amount.amount && formatMoneyShort(found.amount.amount, found.amount.currency),
          ]
            .filter(Boolean)
            .join(" · "),
          icon: <IconTarget size={16} />,
          run: go(`/opportunities/${found.id}`),
        })),
      },
      {
        label: "Accounts",
        commands: (accounts.data?.items ?? []).map((found) => ({
          id: found.id,
          label: found.name,
          note: [found.industry, found.country].filter(Boolean).join(" · "),
          icon: <IconBuilding size={16} />,
          run: go(`/accounts/${found.id}`),
        })),
      },
    ],
  };
}
