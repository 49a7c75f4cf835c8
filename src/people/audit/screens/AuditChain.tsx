/** Whether the log is whole: every event as it was written, none missing; and its heads, to be kept elsewhere. */
import { ActionIcon, Button, CopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { Answer, counted, formatCount, Loading, Section, Tag, useAsk } from "#base/ui";
import { type AuditVerificationOut, verifyAudit } from "../contract.ts";

type Chain = AuditVerificationOut["chains"][number];

export const useAuditVerification = () => useAsk(verifyAudit, {});

export function AuditChain() {
  const asked = useAuditVerification();
  return (
    <Section
      title="Is it whole?"
      side={
        <Button
          size="compact-xs"
          variant="default"
          loading={asked.isFetching}
          onClick={() => void asked.refetch()}
        >
          Verify again
        </Button>
      }
    >
      <Answer of={asked} loading={<Loading rows={2} label="Walking the chain" />}>
        {({ chains }) => (
          <>
            <dl className="qd-facts">
              {chains.map((chain) => (
                <OneChain key={chain.chain} chain={chain} />
              ))}
            </dl>
            <p className="qd-audit-note">
              Each event holds a hash of the one before it. Keep a head elsewhere:{" "}
              <code>quarterdeck audit verify --head</code> shows later that nothing before it was changed or
              cut off. The server writes the heads into its own log once a day.
            </p>
          </>
        )}
      </Answer>
    </Section>
  );
}

function OneChain({ chain: { chain, events, head, broken } }: { chain: Chain }) {
  return (
    <>
      <dt>{chain === "workspace" ? "This company" : "Installation"}</dt>
      <dd>
        <span className="qd-audit-state">
          <Tag tone={broken === null ? "good" : "bad"}>{broken === null ? "whole" : "broken"}</Tag>
          {broken === null
            ? counted(events, "event")
            : `${broken.words} ${formatCount(events)} before it are as they were written.`}
        </span>
        {head === null ? null : <Head head={head} whose={chain} />}
      </dd>
    </>
  );
}

function Head({ head, whose }: { head: string; whose: Chain["chain"] }) {
  return (
    <span className="qd-audit-head">
      <code>{head}</code>
      <CopyButton value={head}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? "Copied" : "Copy the head"}>
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`Copy the head of the ${whose === "workspace" ? "company" : "installation"}`}
              onClick={copy}
            >
              {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </span>
  );
}
