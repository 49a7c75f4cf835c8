/** The access roles: who may do what, at a glance, and adjusted to the company. */
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { Answer, counted, Section, SideForm, useAsk } from "#base/ui";
import { type AccessRoleOut, getAccessRoles } from "#people/contract";
import { AccessRoleForm } from "./AccessRoleForm.tsx";
import { RightsMatrix } from "./RightsMatrix.tsx";
import { Settings } from "./Settings.tsx";
import "./rights.css";

export default function AccessRolesPage() {
  const asked = useAsk(getAccessRoles, {});
  const [opened, setOpened] = useState<AccessRoleOut | "new" | null>(null);
  const items = asked.data?.items ?? [];
  const own = items.filter(({ id }) => id !== null).length;
  const close = () => setOpened(null);
  return (
    <Settings
      title="Access roles"
      finding={
        asked.data
          ? `${counted(items.length, "role")}, ${own === 0 ? "all as they came" : `${own} of them your own`}. A role says what a seat may do, and with whose records.`
          : "…"
      }
      actions={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setOpened("new")}>
          Add a role
        </Button>
      }
      table={
        <>
          <Section flush label="Who may do what">
            <Answer of={asked}>
              {(data) => <RightsMatrix roles={data.items} rights={data.rights} onOpen={setOpened} />}
            </Answer>
          </Section>
          <SideForm
            opened={opened !== null}
            onClose={close}
            title={opened === "new" || opened === null ? "Add a role" : opened.name}
            note="What you change holds from the next request of everybody who has the role."
          >
            {opened && asked.data ? (
              <AccessRoleForm
                role={opened === "new" ? null : opened}
                rights={asked.data.rights}
                onDone={close}
              />
            ) : null}
          </SideForm>
        </>
      }
    />
  );
}
