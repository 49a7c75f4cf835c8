/** The first page of all: look around in the sample company, bring in one's own records, or start empty. */
import { Button } from "@mantine/core";
import { IconDatabaseImport, IconPlayerPlay, IconSquarePlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Page, Refused, useAsk, useDo } from "#base/ui";
import { getWorkspaces } from "#people/contract";
import { openSampleCompany } from "../../upkeep/contract.ts";
import { NewCompanyForm } from "./NewCompanyForm.tsx";
import { useTour } from "./use-tour.ts";
import { Way } from "./Way.tsx";

export default function WelcomePage() {
  const [own, setOwn] = useState<"import" | "empty" | null>(null);
  return (
    <Page
      title="Welcome to Quarterdeck"
      finding="Sales operations on one set of numbers that forgets nothing and explains itself. Everything stays on this machine. How do you want to begin?"
      main={
        <div className="qd-welcome">
          <Sample />
          <Way
            icon={<IconDatabaseImport size={22} stroke={1.5} />}
            title="Bring in your CRM's export"
            words="Salesforce, HubSpot, Pipedrive, Zoho or Dynamics 365, or any CSV and XLSX tables, with the history that they hold. Nothing is written before you have seen what would happen, and every import can be undone."
          >
            {own === "import" ? (
              <NewCompanyForm then="import" onCancel={() => setOwn(null)} />
            ) : (
              <Button variant="default" onClick={() => setOwn("import")}>
                Begin with an import
              </Button>
            )}
          </Way>
          <Way
            icon={<IconSquarePlus size={22} stroke={1.5} />}
            title="Start empty"
            words="A company of your own with one pipeline and the usual stages, and no records yet. You can import later."
          >
            {own === "empty" ? (
              <NewCompanyForm then="empty" onCancel={() => setOwn(null)} />
            ) : (
              <Button variant="default" onClick={() => setOwn("empty")}>
                Start empty
              </Button>
            )}
          </Way>
        </div>
      }
    />
  );
}

function Sample() {
  const all = useAsk(getWorkspaces, {});
  const load = useDo(openSampleCompany);
  const navigate = useNavigate();
  const tour = useTour();
  const there = all.data?.items.find((company) => company.origin === "sample");
  const look = async () => {
    const { id } = there ?? (await load.mutateAsync({}));
    tour.begin();
    await navigate({ to: "/" as "/", search: { workspace: id } as never });
  };
  return (
    <Way
      icon={<IconPlayerPlay size={22} stroke={1.5} />}
      title="Look around in a sample company"
      words={`${there?.name ?? "Fathom & Vane"} is invented: four regions, two currencies, three pipelines and two years of history with slips, re-openings and a reorganization. Change what you like; nothing breaks.`}
    >
      <Button loading={load.isPending} onClick={() => void look().catch(() => undefined)}>
        {load.isPending ? "It is moving in" : "Look around"}
      </Button>
      {load.isPending ? (
        <p className="qd-faint">About half a minute: its history is told day by day.</p>
      ) : null}
      <Refused failure={load.error} />
    </Way>
  );
}
