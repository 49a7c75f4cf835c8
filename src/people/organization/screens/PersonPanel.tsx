/** One person beside the list, with the way to their own page. */
import { IconArrowsDiagonal } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Answer, SidePanel, useAsk } from "#base/ui";
import { getPerson } from "../contract.ts";
import { PersonKnown } from "./PersonKnown.tsx";

export function PersonPanel(props: { id: string; onMove: () => void; onClose: () => void }) {
  const { id, onMove, onClose } = props;
  const asked = useAsk(getPerson, { params: { id } });
  const person = asked.data;
  return (
    <SidePanel
      title={person?.name ?? "…"}
      note={person?.title}
      label={person?.name ?? "A person"}
      onClose={onClose}
    >
      <div className="qd-panel-tools">
        <Link to={"/people/$id" as "/"} params={{ id } as never} className="qd-panel-page">
          <IconArrowsDiagonal size={14} aria-hidden /> Open their page
        </Link>
        <button type="button" className="qd-link-button" onClick={onMove}>
          Move…
        </button>
      </div>
      <Answer of={asked}>{(data) => <PersonKnown person={data} />}</Answer>
    </SidePanel>
  );
}
