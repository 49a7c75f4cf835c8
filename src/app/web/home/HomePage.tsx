/** The first page: the desk of whoever looks, with the panels that the capabilities contribute to it. */
import { useDisclosure } from "@mantine/hooks";
import { Answer, Empty, Loading, Page, Section, useAsk, useSlices } from "#base/ui";
import { getSession } from "#people/contract";
import { useLastVisit, usePipelineYear } from "#run/screens";
import { ArrangeDesk } from "./ArrangeDesk.tsx";
import { DeskActions } from "./DeskActions.tsx";
import { DeskPanel } from "./DeskPanel.tsx";
import { FirstRecords } from "./FirstRecords.tsx";
import { type Actor, useDesk } from "./use-desk.ts";
import { useHomeDay } from "./use-home-day.ts";
import "./home.css";

export default function HomePage() {
  const session = useAsk(getSession, {});
  const { name, finding } = useHomeDay();
  useLastVisit();
  if (session.data) return <Home actor={session.data.actor} />;
  return (
    <Page
      title={name}
      finding={finding}
      main={
        <Answer
          of={session}
          framed
          loading={
            <Section>
              <Loading rows={12} />
            </Section>
          }
        >
          {() => null}
        </Answer>
      }
    />
  );
}

function Home({ actor }: { actor: Actor }) {
  const { finding, name } = useHomeDay();
  const { where } = useSlices();
  const year = usePipelineYear();
  const desk = useDesk(actor);
  const [arranging, { toggle, close }] = useDisclosure(false);
  // Known from no day on: the company has no opportunity, and no figure on this page could say anything.
  if (year.data && year.data.earliest === null && where.length === 0) {
    return (
      <Page
        title={name}
        finding="Nothing is here yet. Figures appear with the first records."
        main={<FirstRecords rights={actor.permissions} />}
      />
    );
  }
  return (
    <Page
      title={name}
      finding={finding}
      actions={<DeskActions desk={desk} arranging={arranging} onArrange={toggle} />}
      main={
        desk.shown.length === 0 ? (
          <Section>
            <Empty title="Nothing stands on this desk">Arrange it, or go back to how it came.</Empty>
          </Section>
        ) : (
          <div className="qd-desk-room">
            <div className="qd-desk">
              {desk.shown.map((panel) => (
                <DeskPanel key={panel.key} panel={panel} />
              ))}
            </div>
          </div>
        )
      }
      panel={arranging ? <ArrangeDesk desk={desk} onClose={close} /> : undefined}
    />
  );
}
