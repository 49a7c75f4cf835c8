/** The roles of the company: what each is about, and whether it is as it came or the company's own. */
import { Button } from "@mantine/core";
import { IconColumns2, IconPlus } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Answer, type Column, counted, DataTable, Page, Section, SideForm, Tag, useAsk } from "#base/ui";
import { getRoles, type RoleOut } from "../contract.ts";
import { RoleForm } from "./RoleForm.tsx";

const leaders = { one: "vp-sales-operations", other: "director-sales-operations" };

export default function RolesPage() {
  const asked = useAsk(getRoles, {});
  const [adding, setAdding] = useState(false);
  const navigate = useNavigate();
  const items = asked.data?.items ?? [];
  const own = items.filter(({ id }) => id !== null).length;
  const open = (key: string) => void navigate({ to: "/roles/$key" as "/", params: { key } as never });
  return (
    <Page
      title="Roles"
      finding={
        asked.data
          ? `${counted(items.length, "role")}, ${own === 0 ? "all as they came" : `${own} of them in your own words`}. A role says what is expected, where it is done, and by what it is seen.`
          : "…"
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconColumns2 size={14} />}
            component={Link}
            to={"/roles/compare" as "/"}
            search={leaders as never}
          >
            VP beside Director
          </Button>
          <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            Add a role
          </Button>
        </>
      }
      table={
        <>
          <Section flush label="Roles">
            <Answer of={asked}>
              {(data) => (
                <DataTable
                  label="Roles"
                  columns={columns}
                  rows={data.items}
                  rowKey={(role) => role.key}
                  onOpen={(role) => open(role.key)}
                />
              )}
            </Answer>
          </Section>
          <SideForm
            opened={adding}
            onClose={() => setAdding(false)}
            title="Add a role"
            note="One line for each thing. What you leave empty is left out of the profile."
          >
            {adding ? (
              <RoleForm profile={null} onDone={(role) => (role ? open(role.key) : setAdding(false))} />
            ) : null}
          </SideForm>
        </>
      }
    />
  );
}

const columns: readonly Column<RoleOut>[] = [
  {
    id: "name",
    header: "Role",
    width: 260,
    cell: (role) => (
      <>
        <Link to={"/roles/$key" as "/"} params={{ key: role.key } as never} className="qd-link">
          {role.name}
        </Link>{" "}
        {role.id !== null ? <Tag tone="accent">own</Tag> : null}
      </>
    ),
  },
  { id: "level", header: "Level", width: 170, wideOnly: true, cell: (role) => role.level },
  {
    id: "focus",
    header: "Focus",
    wideOnly: true,
    cell: (role) => role.sections.focus.map(({ text }) => text).join("; "),
  },
];
