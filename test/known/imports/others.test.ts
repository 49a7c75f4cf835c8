/** Tables that are no CRM's: leads, and the parts of order databases that the record has a place for. */
import { afterEach, describe, expect, test } from "vitest";
import { importedFiles } from "./exports.ts";
import { folderOf, type ImportedRecord, importedRecord, knownIn } from "./record.ts";

const leads = folderOf("xeducation");
const northwind = folderOf("northwind");
const powerBi = folderOf("aw_powerbi");

let record: ImportedRecord;
afterEach(() => record?.close());
const understood = () => record.counts.filter((one) => !one.includes(" null "));

describe.skipIf(leads === null)("leads", () => {
  test("each is a contact with custom fields, and “Select” says nothing", async () => {
    interface Known {
      rows: number;
      converted: number;
      select_means_null: Record<string, number>;
      empty: Record<string, number>;
    }
    const known = knownIn<Known>(leads ?? "");
    record = await importedRecord(leads ?? "");
    expect(understood()[0]).toBe(`Leads.csv contact ${known.rows}: ${known.rows} 0 0 0`);
    const [found] = await record.rows<Record<string, number>>(
      `select count(*)::int as n, count(custom ->> 'city')::int as city, count(custom ->> 'specialization')::int as specialization,
         count(*) filter (where custom ->> 'converted' in ('1', 'true'))::int as converted
       from crm.contact where workspace_id = $ws and custom ? 'do_not_email'`,
    );
    const filled = (column: string) =>
      known.rows - (known.select_means_null[column] ?? 0) - (known.empty[column] ?? 0);
    expect(found?.city).toBe(filled("City"));
    expect(found?.n).toBe(known.rows);
    expect(found?.converted).toBe(known.converted);
    const assumed = record.plan.assumptions.join("\n");
    expect(assumed).toContain(
      "Leads.csv, City: “Select” is what a form shows before anybody chose, so 2249 values are taken as empty.",
    );
  });
});

describe.skipIf(northwind === null)("northwind", () => {
  test("customers, employees with their managers and products are there; orders wait for their home", async () => {
    interface Known {
      customers: number;
      org: Record<string, { reports_to: string }>;
    }
    const known = knownIn<Known>(northwind ?? "");
    record = await importedRecord(northwind ?? "");
    expect(understood()).toEqual([
      `customers.csv account ${known.customers}: ${known.customers} 0 0 0`,
      "employees.csv person 9: 9 0 0 0",
      "products.csv product 77: 77 0 0 0",
    ]);
    const [lines] = await record.rows(
      "select count(*)::int as n from people.reporting_line where workspace_id = $ws",
    );
    expect(lines).toEqual({ n: Object.values(known.org).filter((one) => one.reports_to !== "").length });
    const reasons = new Map(record.result.notUnderstood.map((one) => [one.file, one.reason]));
    expect(reasons.get("orders.csv")).toContain("orders or invoices, which get their own home");
    expect(reasons.get("suppliers.csv")).toContain("bought from");
  });
});

describe.skipIf(powerBi === null)("the model of an order database", () => {
  interface Known {
    rows: { Targets: number };
    target_total: number;
    by_salesperson: Record<string, number>;
    by_year: Record<string, number>;
    month_range: [string, string];
  }

  test("people, products and resellers are there, and every month's targets of everybody", async () => {
    const known = knownIn<Known>(powerBi ?? "");
    record = await importedRecord(powerBi ?? "");
    const { Targets: rows } = known.rows;
    expect(understood()).toEqual([
      "Product.csv product 397: 397 0 0 0",
      "Reseller.csv account 701: 701 0 0 0",
      "Salesperson.csv person 18: 18 0 0 0",
      `Targets.csv target ${rows}: ${rows} 0 0 0`,
    ]);
    expect(record.plan.assumptions).toContain(
      "Targets.csv: each target holds for a month from TargetMonth on.",
    );
    const sums = async (by: string) => {
      const found = await record.rows<{ key: string; amount: number }>(
        `select ${by} as key, (sum(t.amount_minor) / 100)::float as amount from plan.target t
         join people.person p on p.workspace_id = t.workspace_id and p.id = t.person_id where t.workspace_id = $ws group by 1`,
      );
      return Object.fromEntries(found.map((row) => [row.key, row.amount]));
    };
    expect(await sums("p.name")).toEqual(known.by_salesperson);
    expect(await sums("extract(year from t.starts_on)::text")).toEqual(known.by_year);
    const [all] = await record.rows(
      `select (sum(amount_minor) / 100)::float as total, min(starts_on)::text as first, max(starts_on)::text as last,
         count(*) filter (where ends_on <> starts_on + interval '1 month')::int as odd, count(distinct currency)::int as currencies
       from plan.target where workspace_id = $ws`,
    );
    const [first, last] = known.month_range;
    expect(all).toEqual({ total: known.target_total, first, last, odd: 0, currencies: 1 });
    const again = await record.again();
    expect(again.files.map((one) => [one.created, one.updated])).toEqual(again.files.map(() => [0, 0]));
  });
});

describe("tables made by hand", () => {
  const headers = {
    "English words": "Deal name,Customer,Est. value (k€),Expected close,Rep,Win %,Stage,Next action",
    "German words":
      "Verkaufschance,Kunde,Betrag (TEUR),Abschlussdatum,Besitzer,Wahrscheinlichkeit,Phase,Nächster Schritt",
    "French words":
      "Nom de l'affaire,Compte,Montant (k€),Date de clôture,Commercial,Probabilité,Étape,Prochaine action",
    "Spanish words":
      "Nombre de la oportunidad,Cuenta,Importe (k€),Fecha de cierre,Propietario,Probabilidad,Etapa,Próximo paso",
  };
  test.each(Object.entries(headers))(
    "with %s, numbered stages, percents and last names first",
    async (_, header) => {
      const files = await importedFiles({
        "forecast.csv": `Pipeline 2026\n${header}\nAlpha,Acme,12.5,31 Mai 2026,"Low, Ada",60 %,03. Negotiation,Call\nBeta,Bolt,8,2026-04-15,bo@x.com,0.4,2 - Proposal,\nCorn,Acme,1,2026-01-15,Ada Low,100,4 - Closed Won,\n`,
        "team.csv": "Name,Email,Title\nAda Low,ada@x.com,AE\nBo Day,bo@x.com,AE\n",
        "customers.csv":
          "Customer No,Company,Parent company\n1,Acme,Acme Holding\n2,Bolt,\n3,Acme Holding,\n",
      });
      record = files;
      expect(record.counts).toEqual([
        "customers.csv account 3: 3 0 0 0",
        "forecast.csv opportunity 3: 3 0 0 0",
        "team.csv person 2: 2 0 0 0",
      ]);
      expect(
        await record.rows(
          `select concat_ws(' | ', o.name, a.name, p.name, o.amount_minor, o.currency, o.close_on, o.probability, s.name, o.next_step) as told
         from crm.opportunity o join crm.account a on a.id = o.account_id join people.person p on p.id = o.owner_id
         join crm.stage s on s.id = o.stage_id where o.workspace_id = $ws order by o.name`,
        ),
      ).toEqual([
        { told: "Alpha | Acme | Ada Low | 1250000 | EUR | 2026-05-31 | 0.600000 | 03. Negotiation | Call" },
        { told: "Beta | Bolt | Bo Day | 800000 | EUR | 2026-04-15 | 0.400000 | 2 - Proposal" },
        { told: "Corn | Acme | Ada Low | 100000 | EUR | 2026-01-15 | 1.000000 | 4 - Closed Won" },
      ]);
      expect(
        await record.rows(
          `select a.name, b.name as parent, (select count(*)::int from crm.account where workspace_id = $ws) as accounts
         from crm.account a join crm.account b on b.id = a.parent_id where a.workspace_id = $ws`,
        ),
      ).toEqual([{ name: "Acme", parent: "Acme Holding", accounts: 3 }]);
      expect(
        await record.rows("select name from crm.stage where workspace_id = $ws order by position"),
      ).toEqual(["2 - Proposal", "03. Negotiation", "4 - Closed Won"].map((name) => ({ name })));
      expect(record.plan.assumptions.join("\n")).toContain(
        "numbers up to 100 are read as percent, and the 1 number between 0 and 1 among them as shares of one.",
      );
    },
  );
});
