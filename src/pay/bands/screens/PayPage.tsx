/** What roles are paid, by source, and where each person's pay stands. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import {
  Answer,
  counted,
  Denied,
  denialOf,
  Loading,
  one,
  Page,
  Presets,
  SideForm,
  useAddress,
  useAsk,
} from "#base/ui";
import { PayForm } from "../../standings/screens/PayForm.tsx";
import { StandingsView } from "../../standings/screens/StandingsView.tsx";
import { getPayBands } from "../contract.ts";
import { BandForm } from "./BandForm.tsx";
import { BandPanel } from "./BandPanel.tsx";
import { BandsView } from "./BandsView.tsx";

type View = "bands" | "people";

export default function PayPage() {
  const [search, change] = useAddress();
  const view: View = one(search, "view", "bands") === "people" ? "people" : "bands";
  const key = one(search, "band", undefined);
  const asked = useAsk(getPayBands, {});
  const [writing, setWriting] = useState<"band" | "new" | null>(null);
  const band = view === "bands" ? asked.data?.bands.find((some) => some.key === key) : undefined;
  const denial = denialOf(asked);
  if (denial) return <Denied title="Pay bands" what="Pay is not shown to you" problem={denial} />;
  return (
    <Page
      title="Pay bands"
      finding={asked.data ? <Finding {...asked.data} /> : "…"}
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setWriting("new")}>
          {view === "bands" ? "Add a band" : "State somebody's pay"}
        </Button>
      }
      controls={
        <Presets
          label="What to see"
          value={view}
          choices={[
            { value: "bands", label: "Bands by role" },
            { value: "people", label: "Where people stand" },
          ]}
          onChange={(which) => change({ view: which === "people" ? which : undefined, band: undefined })}
        />
      }
      main={
        view === "people" ? (
          <StandingsView onAdd={() => setWriting("new")} />
        ) : (
          <Answer of={asked} framed loading={<Loading rows={12} />}>
            {(data) => <BandsView {...data} open={key} onOpen={(which) => change({ band: which })} />}
          </Answer>
        )
      }
      table={
        <Writing view={view} open={writing !== null} onDone={() => setWriting(null)}>
          {view === "people" ? (
            <PayForm record={null} onDone={() => setWriting(null)} />
          ) : (
            <BandForm band={writing === "band" ? (band ?? null) : null} onDone={() => setWriting(null)} />
          )}
        </Writing>
      }
      panel={
        band && asked.data ? (
          <BandPanel
            key={band.key}
            band={band}
            sentences={asked.data.disagreements
              .filter((some) => some.one === band.key || some.other === band.key)
              .flatMap(({ sentences }) => sentences)}
            onChange={() => setWriting("band")}
            onClose={() => change({ band: undefined })}
          />
        ) : null
      }
    />
  );
}

function Writing(props: { view: View; open: boolean; onDone: () => void; children: ReactNode }) {
  const bands = props.view === "bands";
  return (
    <SideForm
      opened={props.open}
      onClose={props.onDone}
      title={bands ? "A band of your own" : "What somebody is paid"}
      note={
        bands
          ? "It stands beside those of the market and takes the place of none. Figures are a year's."
          : "It holds from its first day on, until the next one begins. Figures are a year's."
      }
    >
      {props.open ? props.children : null}
    </SideForm>
  );
}

function Finding(props: {
  bands: readonly { roleName: string; own: boolean }[];
  disagreements: readonly unknown[];
  disagreeBeyond: string;
}) {
  const roles = new Set(props.bands.map(({ roleName }) => roleName)).size;
  const own = props.bands.filter(({ own: is }) => is).length;
  return (
    <>
      {counted(props.bands.length, "band")} of {counted(roles, "role")},{" "}
      {own === 0 ? "none of your own yet" : `${own} of your own`}.{" "}
      {props.disagreements.length === 0
        ? `No two sources lie apart or differ by more than ${props.disagreeBeyond}.`
        : `${counted(props.disagreements.length, "pair of sources disagrees", "pairs of sources disagree")}: they lie apart or differ by more than ${props.disagreeBeyond}.`}
    </>
  );
}
