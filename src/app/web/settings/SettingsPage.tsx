/** What holds for the whole company: its name, currency, time zone and fiscal calendar. */

import { Link } from "@tanstack/react-router";
import { Answer, Page, Section, useAsk } from "#base/ui";
import { getExchangeRates, getWorkspace } from "#people/contract";
import { CompanyForm } from "./CompanyForm.tsx";
import { FiscalForm } from "./FiscalForm.tsx";
import { Rates } from "./Rates.tsx";

export default function SettingsPage() {
  const asked = useAsk(getWorkspace, {});
  const rates = useAsk(getExchangeRates, {});
  return (
    <Page
      title="Settings"
      finding="Every figure follows these: a change is kept in the history like any other."
      main={
        <Answer of={asked}>
          {(workspace) => (
            <div className="qd-columns">
              <Section title="Company">
                <CompanyForm key={workspace.version} workspace={workspace} />
              </Section>
              <Section title="Fiscal calendar">
                <FiscalForm key={workspace.version} workspace={workspace} />
              </Section>
            </div>
          )}
        </Answer>
      }
      table={
        <div className="qd-columns">
          <Section title="Exchange rates" flush>
            <Answer of={rates}>{(data) => <Rates rates={data} />}</Answer>
          </Section>
          <Section title="People">
            <p className="qd-dim">
              Who sells, in which team and for whom, is on{" "}
              <Link to={"/people" as "/"} className="qd-link">
                the People page
              </Link>
              .
            </p>
          </Section>
        </div>
      }
    />
  );
}
