/** One role: what is expected of whoever holds it, where each duty is done, and by which measures the work is seen. */
import { Button, Select } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { type ComponentType, useState } from "react";
import { Answer, Confirm, headline, Page, Section, SideForm, Tag, tell, useAsk, useDo } from "#base/ui";
import { dropRole, getRole, getRoles, type RoleLine, type RoleOut } from "../contract.ts";
import { type SectionKey, sectionTitles } from "../role.ts";
import { RoleForm } from "./RoleForm.tsx";

/** Sections that are read together. */
const groups: readonly { readonly title: string; readonly keys: readonly SectionKey[] }[] = [
  { title: "What the role is for", keys: ["focus", "scope", "decisions", "influence"] },
  { title: "Where it stands", keys: ["reportsTo", "leads", "nextSteps"] },
  { title: "What it asks for", keys: ["education", "experience", "technical", "soft"] },
  { title: "What it is paid", keys: ["pay", "incentives"] },
];

/** What a capability to the right shows of the measures by which a role is seen. */
export type RolePart = ComponentType<{ names: readonly string[] }>;

/** The page; `Scorecard` is what stands to the right of people. */
export function rolePageWith(Scorecard: RolePart): ComponentType {
  return function RolePage() {
    return <RoleShown Scorecard={Scorecard} />;
  };
}

function RoleShown({ Scorecard }: { Scorecard: RolePart }) {
  const { key = "" } = useParams({ strict: false }) as { key?: string };
  const asked = useAsk(getRole, { params: { key } });
  const [editing, setEditing] = useState(false);
  const role = asked.data;
  return (
    <Page
      back
      title={role?.name ?? "Role"}
      finding={role ? <Standing role={role} /> : "…"}
      actions={
        role ? (
          <>
            <CompareWith role={role} />
            {role.id === null ? null : <GoBack role={role} />}
            <Button leftSection={<IconPencil size={14} />} onClick={() => setEditing(true)}>
              {role.id === null ? "Make it your own" : "Change it"}
            </Button>
          </>
        ) : null
      }
      main={
        <Answer of={asked} framed>
          {(data) => (
            <div className="qd-role-part">
              <Seen Scorecard={Scorecard} lines={data.sections.impact} />
              <div className="qd-role">
                <div className="qd-role-part">
                  <Lines title="Duties" lines={data.sections.duties} />
                  <Lines title="Impact" lines={data.sections.impact} />
                </div>
                <div className="qd-role-part">
                  {groups.map((group) => (
                    <Group key={group.title} title={group.title} keys={group.keys} role={data} />
                  ))}
                </div>
              </div>
            </div>
          )}
        </Answer>
      }
      table={
        <SideForm
          opened={editing}
          onClose={() => setEditing(false)}
          title={role?.name ?? "Role"}
          note="One line for each thing. A line whose words stay keeps its page and its measure."
        >
          {editing && role ? <RoleForm profile={role} onDone={() => setEditing(false)} /> : null}
        </SideForm>
      }
    />
  );
}

function Seen({ Scorecard, lines }: { Scorecard: RolePart; lines: readonly RoleLine[] }) {
  const names = lines.flatMap(({ measure }) => measure ?? []);
  return names.length === 0 ? null : <Scorecard names={names} />;
}

function Standing({ role }: { role: RoleOut }) {
  const { duties, impact } = role.sections;
  const placed = duties.filter(({ place }) => place !== undefined).length;
  const seen = impact.filter(({ measure }) => measure !== undefined).length;
  return (
    <>
      {role.level === "" ? null : <>{role.level}. </>}
      {duties.length === 0 ? null : (
        <>
          {placed} of {duties.length} duties have their page here
          {impact.length === 0 ? "" : `, ${seen} of ${impact.length} impacts their measure`}.{" "}
        </>
      )}
      {role.id === null ? "As it came." : <Tag tone="accent">your own words</Tag>}
    </>
  );
}

function Group(props: { title: string; keys: readonly SectionKey[]; role: RoleOut }) {
  const said = props.keys.filter((key) => props.role.sections[key].length > 0);
  if (said.length === 0) return null;
  return (
    <Section title={props.title} label={props.title}>
      <dl className="qd-role-facts">
        {said.map((key) => (
          <div key={key}>
            <dt>{sectionTitles[key]}</dt>
            <dd>
              <ul>
                {props.role.sections[key].map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Duties and impacts: each with the way to where it is done or seen. */
function Lines({ title, lines }: { title: string; lines: readonly RoleLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Section flush title={title} label={title}>
      <ul className="qd-list" aria-label={title}>
        {lines.map((line) => (
          <li key={line.text} className="qd-item qd-role-line">
            <span>{line.text}</span>
            <Way line={line} isDuty={title === "Duties"} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Way({ line, isDuty }: { line: RoleLine; isDuty: boolean }) {
  if (line.place) {
    return (
      <Link to={line.place as "/"} className="qd-link">
        {headline(line.place.slice(1).replaceAll("/", ": "))}
      </Link>
    );
  }
  if (line.measure) {
    return (
      <Link to={"/measures/$name" as "/"} params={{ name: line.measure } as never} className="qd-link">
        {headline(line.measure.replaceAll("-", " "))}
      </Link>
    );
  }
  return <span className="qd-faint">{isDuty ? "no page for it yet" : "no measure for it yet"}</span>;
}

function CompareWith({ role }: { role: RoleOut }) {
  const roles = useAsk(getRoles, {});
  const navigate = useNavigate();
  return (
    <Select
      aria-label="Compare with another role"
      placeholder="Compare with …"
      w={190}
      value={null}
      data={(roles.data?.items ?? [])
        .filter(({ key }) => key !== role.key)
        .map(({ key, name }) => ({ value: key, label: name }))}
      onChange={(other) =>
        other && void navigate({ to: "/roles/compare" as "/", search: { one: role.key, other } as never })
      }
    />
  );
}

/** Takes the company's own edition away, after asking. */
function GoBack({ role }: { role: RoleOut }) {
  const [asking, setAsking] = useState(false);
  const drop = useDo(dropRole);
  const navigate = useNavigate();
  const verb = role.comesAlong ? "Back to how it came" : "Remove the role";
  const confirm = () =>
    drop.mutate(
      { params: { id: role.id ?? "" }, ifMatch: role.version ?? 0 },
      {
        onSuccess: () => {
          setAsking(false);
          tell(role.comesAlong ? `${role.name} is as it came.` : `${role.name} was removed.`);
          if (!role.comesAlong) void navigate({ to: "/roles" as "/" });
        },
      },
    );
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${verb}?`}
        verb={verb}
        removes
        doing={drop}
        onConfirm={confirm}
      >
        <p>What you wrote leaves this page. It stays in history.</p>
      </Confirm>
    </>
  );
}
