/** A saved advice, as it was told. */
import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Answer, formatInstant, Page, tell, useAsk, useDo, useWorkspace } from "#base/ui";
import { getAdviserQuestions, getSavedAdvice, removeSavedAdvice, type SavedAdviceOut } from "../contract.ts";
import { AdviceView } from "./AdviceView.tsx";

export default function SavedAdvicePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const saved = useAsk(getSavedAdvice, { params: { id } }, { keep: false });
  const asked = useAsk(getAdviserQuestions, {});
  const { timeZone } = useWorkspace();
  const sentences = new Map(asked.data?.options.map(({ key, sentence }) => [key, sentence]));
  return (
    <Page
      back
      title={saved.data?.title ?? "Saved advice"}
      finding={saved.data ? `As it was told on ${formatInstant(saved.data.savedAt, timeZone)}.` : "…"}
      actions={saved.data ? <Actions saved={saved.data} /> : null}
      main={
        <Answer of={saved} framed>
          {({ advice }) => <AdviceView {...{ advice, sentences }} />}
        </Answer>
      }
    />
  );
}

function Actions({ saved }: { saved: SavedAdviceOut }) {
  const navigate = useNavigate();
  const remove = useDo(removeSavedAdvice);
  const answer = Object.entries(saved.answers).map(([key, said]) => `${key}=${said}`);
  const takeAway = () =>
    remove.mutate(
      { params: { id: saved.id }, ifMatch: saved.version },
      {
        onSuccess: () => {
          tell("The advice was taken away.");
          void navigate({ to: "/adviser" as "/" });
        },
      },
    );
  return (
    <>
      <Button variant="subtle" color="red" loading={remove.isPending} onClick={takeAway}>
        Take it away
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={14} />} onClick={() => window.print()}>
        Print
      </Button>
      <Button onClick={() => void navigate({ to: "/adviser" as "/", search: { answer } as never })}>
        Go on from these answers
      </Button>
    </>
  );
}
