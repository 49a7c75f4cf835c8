/** The records that can be chosen where a cell refers to another: people, accounts, contacts, opportunities, stages. */
import { useDebouncedValue } from "@mantine/hooks";
import { useAsk } from "#base/ui";
import { getPeople } from "#people/contract";
import { getAccounts } from "../../accounts/contract.ts";
import { getContacts } from "../../contacts/contract.ts";
import { getOpportunities } from "../../opportunities/contract.ts";
import { getPipelines } from "../../opportunities/verb-contract.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

const most = 30;

/** `pipelineId` narrows stages down to those that the record can move to. */
export function useChoices(
  leadsTo: string | undefined,
  text: string,
  pipelineId: string | undefined,
): readonly Choice[] {
  const [search] = useDebouncedValue(text, 160);
  const query = { limit: most, ...(search ? { search } : {}) };
  const of = (kind: string) => ({ enabled: leadsTo === kind });
  const people = useAsk(getPeople, { query }, of("person"));
  const accounts = useAsk(getAccounts, { query }, of("account"));
  const contacts = useAsk(getContacts, { query }, of("contact"));
  const opportunities = useAsk(getOpportunities, { query }, of("opportunity"));
  const pipelines = useAsk(getPipelines, {}, of("stage"));
  if (leadsTo === "stage") {
    const stages = pipelines.data?.items.filter(({ id }) => id === pipelineId).flatMap((one) => one.stages);
    return (stages ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }
  const found = { person: people, account: accounts, contact: contacts, opportunity: opportunities };
  const asked = leadsTo && leadsTo in found ? found[leadsTo as keyof typeof found] : undefined;
  return (asked?.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
