/** Home of a company that has no opportunities yet: the ways to its first ones. */
import { Button } from "@mantine/core";
import { IconDatabaseImport, IconTarget, IconUsers } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Permission } from "#base/contract";
import { Empty, Section } from "#base/ui";
import { Way } from "../welcome/Way.tsx";

export function FirstRecords({ rights }: { rights: readonly string[] }) {
  const may = (right: Permission) => rights.includes(right);
  if (!["imports.run", "records.write", "people.write"].some((right) => rights.includes(right))) {
    return (
      <Section>
        <Empty title="There is nothing to see for you yet">
          Whoever keeps the records here brings in the first ones.
        </Empty>
      </Section>
    );
  }
  return (
    <div className="qd-welcome">
      {may("imports.run") ? (
        <Way
          icon={<IconDatabaseImport size={22} stroke={1.5} />}
          title="Bring in your CRM's export"
          words="Drop its files on any page, CSV, XLSX or a zip of them. What will become of them is shown before anything is written, and a whole import can be undone."
        >
          <To path="/import" first>
            Begin with an import
          </To>
        </Way>
      ) : null}
      {may("records.write") ? (
        <Way
          icon={<IconTarget size={22} stroke={1.5} />}
          title="Write the first opportunity"
          words="An account, what it may buy, for how much and when. From then on this page tells what is open and what moved."
        >
          <To path="/opportunities">To the opportunities</To>
        </Way>
      ) : null}
      {may("people.write") ? (
        <Way
          icon={<IconUsers size={22} stroke={1.5} />}
          title="Say who sells"
          words="People, their teams and regions, and who reports to whom, so that every figure can be asked for each of them."
        >
          <To path="/people">To the people</To>
        </Way>
      ) : null}
    </div>
  );
}

function To({ path, first, children }: { path: string; first?: boolean; children: ReactNode }) {
  return (
    <Button component={Link} to={path as "/"} variant={first ? "filled" : "default"}>
      {children}
    </Button>
  );
}
