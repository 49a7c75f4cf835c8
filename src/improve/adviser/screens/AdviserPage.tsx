/** Which leader of sales operations the company needs: questions at the left, the advice beside them, as answers change. */
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDeviceFloppy, IconFolder, IconPrinter } from "@tabler/icons-react";
import { Answer, counted, Loading, Page, SideForm, useAsk } from "#base/ui";
import { askAdvice, getAdviserQuestions } from "../contract.ts";
import { AdviceView } from "./AdviceView.tsx";
import { Questions } from "./Questions.tsx";
import { SavedAdvices } from "./SavedAdvices.tsx";
import { SaveForm } from "./SaveForm.tsx";
import { answersOf, useAnswers } from "./use-answers.ts";

export default function AdviserPage() {
  const answers = useAnswers();
  const asked = useAsk(getAdviserQuestions, {});
  const advised = useAsk(askAdvice, { query: { answer: [...answers.written] } });
  const [saving, saves] = useDisclosure(false);
  const [opening, opens] = useDisclosure(false);
  const advice = advised.data;
  return (
    <Page
      title="Which leader do we need?"
      finding={
        advice ? (
          <>
            <strong>{advice.label}</strong>, on {counted(answers.said.size, "answer")}; the rest is read from
            your data or assumed.
          </>
        ) : advised.error ? undefined : (
          "…"
        )
      }
      actions={
        <Actions
          onClear={answers.said.size > 0 ? answers.clear : null}
          onSaved={opens.open}
          onSave={advised.error === null ? saves.open : null}
        />
      }
      main={
        <Answer of={asked} framed loading={<Loading rows={12} />}>
          {({ parts, questions, options }) => (
            <>
              <div className="qd-record qd-adviser">
                <div className="qd-record-side qd-adviser-questions">
                  <Questions {...{ parts, questions, answers, advice }} />
                </div>
                <Answer of={advised} framed loading={<Loading rows={14} label="Weighing the options" />}>
                  {(told) => (
                    <AdviceView
                      advice={told}
                      sentences={new Map(options.map(({ key, sentence }) => [key, sentence]))}
                    />
                  )}
                </Answer>
              </div>
              <SideForm
                opened={opening}
                onClose={opens.close}
                title="Saved advices"
                note="Open one as it was told, or choose two to put beside each other."
              >
                <SavedAdvices />
              </SideForm>
              <SideForm
                opened={saving}
                onClose={saves.close}
                title="Save this advice"
                note="It is kept as it is told now, with every input, and can be opened and compared later."
              >
                <SaveForm answers={answersOf(questions, answers.said)} onDone={saves.close} />
              </SideForm>
            </>
          )}
        </Answer>
      }
    />
  );
}

/** What can be done with an advice; null: not now. */
function Actions(props: { onClear: (() => void) | null; onSaved: () => void; onSave: (() => void) | null }) {
  return (
    <>
      {props.onClear === null ? null : (
        <Button variant="subtle" color="gray" onClick={props.onClear}>
          Start over
        </Button>
      )}
      <Button variant="default" leftSection={<IconFolder size={14} />} onClick={props.onSaved}>
        Saved
      </Button>
      <Button variant="default" leftSection={<IconPrinter size={14} />} onClick={() => window.print()}>
        Print
      </Button>
      <Button
        leftSection={<IconDeviceFloppy size={14} />}
        onClick={() => props.onSave?.()}
        disabled={props.onSave === null}
      >
        Save
      </Button>
    </>
  );
}
