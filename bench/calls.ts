/**
 * How many calls the API answers in a second, history, policy and checks included, with one client and with sixteen:
 * writes, reads and lists, each with its median and its 99th percentile. `node bench/calls.ts 100000`.
 */
import { askingServer } from "./asking.ts";
import { openCompany, say, sizeAsked } from "./company.ts";

const company = await openCompany(sizeAsked());
const server = await askingServer(company);

interface Kept {
  readonly id: string;
  version: number;
}

try {
  const made: Kept[] = [];
  await withClients("accounts created", 600, async (at) => {
    made.push(await server.send("POST", "/api/accounts", { name: `Bench ${at}`, country: "DE" }));
  });
  const deals: Kept[] = [];
  await withClients("opportunities created", 600, async (at) => {
    const body = {
      name: `Bench ${at}`,
      accountId: made[at % made.length]?.id,
      amount: { amount: "1250.50", currency: "USD" },
    };
    deals.push(await server.send("POST", "/api/opportunities", body));
  });
  await withClients("opportunities changed", 600, async (at) => {
    const deal = deals[at % deals.length];
    if (!deal) return;
    const match = { "if-match": `"${deal.version}"` };
    deal.version = (
      await server.send("PATCH", `/api/opportunities/${deal.id}`, { nextStep: `Step ${at}` }, match)
    ).version;
  });
  await withClients("opportunities read", 1500, (at) =>
    server.ask(`/api/opportunities/${deals[at % deals.length]?.id}`),
  );
  const filter = encodeURIComponent("and(status.one-of(open),amount.at-least(50000))");
  await lists("60 opportunities, largest first", "/api/opportunities?limit=60&sort=-amount");
  await lists("60 open ones of at least 50,000", `/api/opportunities?limit=60&filter=${filter}&sort=closeOn`);
  await lists("60 found by a word of their name", "/api/opportunities?limit=60&search=harbor");
  await lists("all grouped by stage, with totals", "/api/lists/opportunity/outline?group=stage");
} finally {
  await server.close();
  await company.close();
}

async function lists(what: string, path: string): Promise<void> {
  await withClients(what, 60, () => server.ask(path), [1, 4]);
}

/** Makes the calls with so many clients, each waiting for its answer before it asks again. */
async function withClients(
  what: string,
  calls: number,
  call: (at: number) => Promise<unknown>,
  clients: readonly number[] = [1, 16],
): Promise<void> {
  for (const many of clients) {
    const times: number[] = [];
    let next = 0;
    const start = performance.now();
    const client = async () => {
      for (let at = next++; at < calls; at = next++) {
        const began = performance.now();
        await call(at + (many === 1 ? 0 : calls));
        times.push(performance.now() - began);
      }
    };
    await Promise.all(Array.from({ length: many }, client));
    const seconds = (performance.now() - start) / 1000;
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    const who = many === 1 ? "one client" : `${many} clients`;
    say(`${what}, ${who}`, at(0.5), `${Math.round(calls / seconds)} a second, p99 ${at(0.99).toFixed(1)} ms`);
  }
}
