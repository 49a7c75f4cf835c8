/** The company on screen, and the others on this machine. */

import { Menu } from "@mantine/core";
import { IconCheck, IconSelector } from "@tabler/icons-react";
import { useAddress, useAsk, useWorkspace } from "#base/ui";
import { getWorkspaces } from "#people/contract";

export function WorkspaceSwitcher() {
  const { id, name } = useWorkspace();
  const [, change] = useAddress();
  const all = useAsk(getWorkspaces, {});
  return (
    <Menu position="bottom-start" width={232} shadow="md">
      <Menu.Target>
        <button type="button" className="qd-company" aria-label={`Company: ${name}`}>
          <img src="/quarterdeck.svg" alt="" width={22} height={22} />
          <span className="qd-truncate">{name}</span>
          <IconSelector size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Companies on this machine</Menu.Label>
        {all.data?.items.map((company) => (
          <Menu.Item
            key={company.id}
            rightSection={company.id === id ? <IconCheck size={14} aria-label="on screen" /> : null}
            onClick={() =>
              change({
                workspace: company.id,
                asOf: undefined,
                scope: undefined,
                where: undefined,
                open: undefined,
              })
            }
          >
            {company.name}
            {company.origin === "sample" ? <span className="qd-faint"> · sample</span> : null}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
