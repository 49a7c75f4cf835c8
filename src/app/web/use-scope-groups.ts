/** Whom figures can be kept to: the regions, teams and people of the shown day. */
import { useMemo } from "react";
import { type ScopeGroup, useAsk, useAsOf } from "#base/ui";
import { getOrganization, getTeams } from "#people/contract";

/** Asked only while somebody is about to choose. */
export function useScopeGroups(enabled = true): readonly ScopeGroup[] | undefined {
  const asOf = useAsOf();
  const teams = useAsk(getTeams, {}, { enabled });
  const organization = useAsk(getOrganization, { query: asOf ? { asOf } : {} }, { enabled });
  return useMemo(() => {
    if (!teams.data || !organization.data) return undefined;
    const named = (kind: "region" | "team") =>
      teams.data.items.filter((team) => team.kind === kind).map(({ name }) => name);
    return [
      { kind: "region", label: "Regions", names: named("region") },
      { kind: "team", label: "Teams", names: named("team") },
      { kind: "person", label: "People", names: organization.data.people.map(({ name }) => name) },
    ];
  }, [teams.data, organization.data]);
}
