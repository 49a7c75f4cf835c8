/** States a band of the company's own, or changes one. */
import { Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, MoneyField, tell, useDo, useToday, useWorkspace } from "#base/ui";
import { type BandKind, bandKinds, kindWords } from "../band.ts";
import { type BandOut, changeBand, stateBand } from "../contract.ts";
import { RoleField } from "./RoleField.tsx";

type Said = Pick<
  BandOut,
  | "roleKey"
  | "roleName"
  | "level"
  | "location"
  | "kind"
  | "currency"
  | "low"
  | "mid"
  | "high"
  | "openAbove"
  | "source"
  | "year"
>;

function saidOf(band: BandOut): Said {
  const { roleKey, roleName, level, location, kind, currency, low, mid, high, openAbove, source, year } =
    band;
  return { roleKey, roleName, level, location, kind, currency, low, mid, high, openAbove, source, year };
}

/** A band that is not there yet. */
function useBlank(): Said {
  const { currency } = useWorkspace();
  const { year } = useToday();
  return {
    ...{ roleKey: null, roleName: "", level: "", location: "", kind: "base", currency, year },
    ...{ low: null, mid: null, high: null, openAbove: false, source: "Our own" },
  };
}

export function BandForm({ band, onDone }: { band: BandOut | null; onDone: () => void }) {
  const blank = useBlank();
  const before = band ? saidOf(band) : blank;
  const [said, setSaid] = useState<Said>(before);
  const set = (more: Partial<Said>) => setSaid({ ...said, ...more });
  const { doing, keep } = useKeep(band, onDone);
  const empty = said.low === null && said.mid === null && said.high === null;
  return (
    <Form
      doing={doing}
      same={JSON.stringify(said) === JSON.stringify(before) || said.roleName.trim() === ""}
      refusal={empty ? "A band needs at least one figure." : null}
      verb={band ? "Save" : "Add the band"}
      onSubmit={() => keep(said)}
      onCancel={onDone}
    >
      <RoleField value={said} onChange={set} error={fieldError(doing.error, "roleName")} />
      <Select
        label="What is paid"
        allowDeselect={false}
        data={bandKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))}
        value={said.kind}
        onChange={(kind) => kind && set({ kind: kind as BandKind })}
      />
      <div className="qd-form-pair">
        <TextInput
          label="Level"
          placeholder="All"
          value={said.level}
          onChange={(event) => set({ level: event.currentTarget.value })}
        />
        <TextInput
          label="Location"
          placeholder="Everywhere"
          value={said.location}
          onChange={(event) => set({ location: event.currentTarget.value })}
        />
      </div>
      <Figures said={said} set={set} error={doing.error} />
      <Source said={said} set={set} error={doing.error} />
    </Form>
  );
}

function useKeep(band: BandOut | null, onDone: () => void) {
  const state = useDo(stateBand);
  const change = useDo(changeBand);
  return {
    doing: band ? change : state,
    keep(body: Said) {
      const onSuccess = (kept: BandOut) => {
        onDone();
        tell(`The band of ${kept.roleName} was kept: ${kept.words}.`);
      };
      if (band) change.mutate({ params: { id: band.key }, body, ifMatch: band.version ?? 0 }, { onSuccess });
      else state.mutate({ body }, { onSuccess });
    },
  };
}

interface Part {
  said: Said;
  set: (more: Partial<Said>) => void;
  error: unknown;
}

const figures = [
  ["low", "Low"],
  ["mid", "Middle"],
  ["high", "High"],
] as const;

function Figures({ said, set, error }: Part) {
  return (
    <>
      <TextInput
        label="Currency"
        value={said.currency}
        error={fieldError(error, "currency")}
        onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase().slice(0, 3) })}
      />
      {figures.map(([name, label]) => (
        <MoneyField
          key={name}
          label={`${label}, a year`}
          currency={said.currency}
          value={said[name] ?? ""}
          error={fieldError(error, name)}
          onChange={(amount) => set({ [name]: amount === "" ? null : amount })}
        />
      ))}
      <Checkbox
        label="There is more above the high"
        checked={said.openAbove || said.high === null}
        disabled={said.high === null}
        onChange={(event) => set({ openAbove: event.currentTarget.checked })}
      />
    </>
  );
}

function Source({ said, set, error }: Part) {
  return (
    <div className="qd-form-pair">
      <TextInput
        label="Source"
        required
        value={said.source}
        error={fieldError(error, "source")}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
      <NumberInput
        label="Year"
        hideControls
        thousandSeparator=""
        value={said.year}
        error={fieldError(error, "year")}
        onChange={(year) => set({ year: Number(year) })}
      />
    </div>
  );
}
