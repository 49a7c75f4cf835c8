/** One band beside the page: where it comes from, what it disagrees with, and the steps to the adjusted band. */
import { Button, Select, TextInput } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Confirm, Form, fieldError, SidePanel, tell, useDo } from "#base/ui";
import { kindWords } from "../band.ts";
import { type BandOut, removeBand, removeFactor, type StepOut, stateFactor } from "../contract.ts";
import { type FactorKind, factorKinds, factorWords } from "../factor.ts";
import { figuresWords } from "./figures-words.ts";

export function BandPanel(props: {
  band: BandOut;
  sentences: readonly string[];
  onChange: () => void;
  onClose: () => void;
}) {
  const { band, sentences } = props;
  const [adding, setAdding] = useState(false);
  return (
    <SidePanel
      label="Pay band"
      title={<RoleName band={band} />}
      note={[kindWords[band.kind], band.level, band.location].filter((word) => word !== "").join(" · ")}
      onClose={props.onClose}
    >
      <div className="qd-pay-panel">
        <p className="qd-pay-words">{band.words}</p>
        <p className="qd-dim">
          {band.source}, {band.year}
          {band.grade ? `, grade ${band.grade} of A to D` : ", the company's own"}
          {band.mid === null
            ? ""
            : `. Its middle is stated: ${figuresWords({ ...band, low: band.mid, high: band.mid })}`}
          .
        </p>
        {sentences.map((sentence) => (
          <p key={sentence} className="qd-pay-disagrees">
            {sentence}
          </p>
        ))}
        <Steps band={band} />
        {adding ? (
          <FactorForm band={band} onDone={() => setAdding(false)} />
        ) : (
          <div className="qd-form-end">
            <Button size="xs" variant="default" onClick={() => setAdding(true)}>
              Adjust by a factor
            </Button>
            {band.own ? <OwnVerbs band={band} onChange={props.onChange} onGone={props.onClose} /> : null}
          </div>
        )}
      </div>
    </SidePanel>
  );
}

function RoleName({ band }: { band: BandOut }) {
  if (band.roleKey === null) return band.roleName;
  return (
    <Link to={"/roles/$key" as "/"} params={{ key: band.roleKey } as never} className="qd-link">
      {band.roleName}
    </Link>
  );
}

/** From the band to the adjusted band, a step for each factor. */
function Steps({ band }: { band: BandOut }) {
  if (band.steps.length === 0) {
    return <p className="qd-faint">As the source says it: no adjustment is stated.</p>;
  }
  return (
    <ol className="qd-pay-steps" aria-label="Steps to the adjusted band">
      <li>
        <span>As the source says it</span>
        <b>{figuresWords(band)}</b>
      </li>
      {band.steps.map((step) => (
        <Step key={step.id} step={step} band={band} />
      ))}
    </ol>
  );
}

function Step({ step, band }: { step: StepOut; band: BandOut }) {
  const remove = useDo(removeFactor);
  const takeBack = () =>
    remove.mutate(
      { params: { id: step.id }, ifMatch: step.version },
      { onSuccess: () => tell("The adjustment was taken back.") },
    );
  return (
    <li>
      <span>
        × {step.factor} {factorWords[step.kind]}
        <small>
          {step.reason} ({step.source}){" "}
          <button type="button" className="qd-pay-back" disabled={remove.isPending} onClick={takeBack}>
            Take back
          </button>
        </small>
      </span>
      <b>{figuresWords({ ...band, ...step })}</b>
    </li>
  );
}

function FactorForm({ band, onDone }: { band: BandOut; onDone: () => void }) {
  const [said, setSaid] = useState({ kind: "size" as FactorKind, factor: "", reason: "", source: "" });
  const state = useDo(stateFactor);
  const submit = () =>
    state.mutate(
      { body: { band: band.key, ...said } },
      {
        onSuccess: () => {
          onDone();
          tell("The band is adjusted, and shows by what.");
        },
      },
    );
  const field = (name: "factor" | "reason" | "source", label: string, placeholder: string) => (
    <TextInput
      label={label}
      placeholder={placeholder}
      required
      value={said[name]}
      error={fieldError(state.error, name)}
      onChange={(event) => setSaid({ ...said, [name]: event.currentTarget.value })}
    />
  );
  const incomplete = [said.factor, said.reason, said.source].some((text) => text.trim() === "");
  return (
    <Form doing={state} same={incomplete} verb="Adjust" onSubmit={submit} onCancel={onDone}>
      <div className="qd-form-pair">
        <Select
          label="For"
          allowDeselect={false}
          data={factorKinds.map((kind) => ({ value: kind, label: factorWords[kind] }))}
          value={said.kind}
          onChange={(kind) => kind && setSaid({ ...said, kind: kind as FactorKind })}
        />
        {field("factor", "Factor", "1.08")}
      </div>
      {field("reason", "Why", "Fifty people sell here, not five hundred")}
      {field("source", "Where the factor comes from", "Our survey, 2026")}
    </Form>
  );
}

function OwnVerbs(props: { band: BandOut; onChange: () => void; onGone: () => void }) {
  const [asking, setAsking] = useState(false);
  const remove = useDo(removeBand);
  const { band } = props;
  const confirm = () =>
    remove.mutate(
      { params: { id: band.key }, ifMatch: band.version ?? 0 },
      {
        onSuccess: () => {
          props.onGone();
          tell("The band was removed.");
        },
      },
    );
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconPencil size={14} />} onClick={props.onChange}>
        Change it
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={14} />}
        onClick={() => setAsking(true)}
      >
        Remove it
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Remove the band of ${band.roleName}?`}
        verb="Remove the band"
        removes
        doing={remove}
        onConfirm={confirm}
      >
        <p>It leaves this page and is compared with no more. It stays in history.</p>
      </Confirm>
    </>
  );
}
