/** What holds for the whole company: its name, currency, time zone and fiscal calendar. */
import { Answer, Section, useAsk } from "#base/ui";
import { getWorkspace } from "#people/contract";
import { CompanyForm } from "./CompanyForm.tsx";
import { FiscalForm } from "./FiscalForm.tsx";
import { Settings } from "./Settings.tsx";

export default function CompanyPage() {
  const asked = useAsk(getWorkspace, {});
  return (
    <Settings
      title="Company"
      finding="Every figure follows these. A change is kept in the history like any other."
      main={
        <Answer of={asked}>
          {(workspace) => (
            <div className="qd-columns">
              <Section title="Name, currency and time zone">
                <CompanyForm key={workspace.version} workspace={workspace} />
              </Section>
              <Section title="Fiscal calendar">
                <FiscalForm key={workspace.version} workspace={workspace} />
              </Section>
            </div>
          )}
        </Answer>
      }
    />
  );
}
