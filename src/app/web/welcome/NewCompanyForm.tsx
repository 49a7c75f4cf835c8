/** Opens a company of one's own: its name, what it counts in, and when its year begins. */
import { Select, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Form, fieldError, monthNames, useAsk, useDo } from "#base/ui";
import { createPipeline } from "#crm/contract";
import { configureWorkspace, getWorkspace, openWorkspace } from "#people/contract";
import { currencyChoices } from "../settings/currency-choices.ts";
import { usualStages } from "../settings/usual-stages.ts";

export function NewCompanyForm({ then, onCancel }: { then: "import" | "empty"; onCancel: () => void }) {
  const [name, setName] = useState("");
  const [currency, setCurrency] = useState("USD");
  const [month, setMonth] = useState("1");
  const { doing, begin } = useBeginning(then);
  return (
    <Form
      doing={doing}
      same={name.trim() === ""}
      verb={then === "import" ? "Open it and import" : "Open it"}
      onSubmit={() => void begin({ name: name.trim(), currency, startMonth: Number(month) })}
      onCancel={onCancel}
    >
      <TextInput
        label="Name of your company"
        required
        autoFocus
        value={name}
        error={fieldError(doing.error, "name")}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className="qd-form-pair">
        <Select
          label="Currency"
          searchable
          allowDeselect={false}
          limit={60}
          data={currencyChoices}
          value={currency}
          error={fieldError(doing.error, "currency")}
          onChange={(code) => code && setCurrency(code)}
        />
        <Select
          label="Fiscal year starts in"
          allowDeselect={false}
          data={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
          value={month}
          onChange={(chosen) => chosen && setMonth(chosen)}
        />
      </div>
    </Form>
  );
}

interface Said {
  readonly name: string;
  readonly currency: string;
  readonly startMonth: number;
}

/** Opens the company and goes on to what its owner wants; one that was opened without a name gets its own now. */
function useBeginning(then: "import" | "empty") {
  const here = useAsk(getWorkspace, {});
  const open = useDo(openWorkspace);
  const configure = useDo(configureWorkspace);
  const addPipeline = useDo(createPipeline);
  const navigate = useNavigate();
  const all = [open, configure, addPipeline];
  const begin = async ({ name, currency, startMonth }: Said) => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const body = { name, currency, timeZone, fiscal: { startMonth } };
    const unnamed = here.data?.origin === "own" && here.data.version === 1 ? here.data : null;
    const { id: workspaceId } = unnamed
      ? await configure.mutateAsync({ body, ifMatch: unnamed.version, workspaceId: unnamed.id })
      : await open.mutateAsync({ body });
    if (then === "empty") {
      const pipeline = { name: "New business", stages: usualStages };
      await addPipeline.mutateAsync({ body: pipeline, workspaceId });
    }
    const to = then === "import" ? "/import" : "/";
    await navigate({ to: to as "/", search: { workspace: workspaceId } as never });
  };
  return {
    doing: {
      error: all.find((one) => one.error)?.error ?? null,
      isPending: all.some((one) => one.isPending),
    },
    // What was refused stands beside the form.
    begin: (said: Said) => begin(said).catch(() => undefined),
  };
}
