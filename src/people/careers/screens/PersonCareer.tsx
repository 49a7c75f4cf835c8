/** Where a person stands on the ladders, on their page; nothing where nothing is on record or it is not for the reader. */
import { Link } from "@tanstack/react-router";
import { Section, useAsk } from "#base/ui";
import { getSession } from "../../access/contract.ts";
import { getCareer } from "../contract.ts";
import { Missing } from "./PathPanel.tsx";

export function PersonCareer({ personId }: { personId: string }) {
  const may = useAsk(getSession, {}).data?.actor.permissions.includes("candidates.read") ?? false;
  const asked = useAsk(getCareer, { params: { id: personId } }, { keep: false, enabled: may });
  const items = asked.data?.items ?? [];
  return items.map((career) => (
    <Section
      key={career.ladder}
      title={career.ladderName}
      label={`Career: ${career.ladderName}`}
      side={
        <Link
          to={"/careers" as "/"}
          search={{ ladder: career.ladder, person: personId } as never}
          className="qd-link"
        >
          The ladder
        </Link>
      }
    >
      <div className="qd-career-path" data-bare>
        <p>{career.sentence}</p>
        <Missing career={career} />
      </div>
    </Section>
  ));
}
