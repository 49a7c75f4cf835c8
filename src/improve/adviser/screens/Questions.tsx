/** All questions, by part. The parts that most people answer stand open. */
import { Accordion } from "@mantine/core";
import { Section } from "#base/ui";
import type { AdviceOut, QuestionOut } from "../contract.ts";
import { QuestionField } from "./QuestionField.tsx";
import type { AnswersOnScreen } from "./use-answers.ts";

export function Questions(props: {
  parts: readonly { readonly key: string; readonly label: string }[];
  questions: readonly QuestionOut[];
  answers: AnswersOnScreen;
  advice: AdviceOut | undefined;
}) {
  const { parts, questions, answers, advice } = props;
  const inputs = new Map(advice?.inputs.map((input) => [input.key, input]));
  return (
    <Section flush label="Questions">
      <Accordion multiple defaultValue={["size", "complexity", "challenges", "budget"]} order={2}>
        {parts.map((part) => {
          const asked = questions.filter((question) => question.part === part.key);
          const answered = asked.filter(({ key }) => answers.said.has(key)).length;
          return (
            <Accordion.Item key={part.key} value={part.key}>
              <Accordion.Control>
                {part.label} <span className="qd-faint">{`${answered} of ${asked.length}`}</span>
              </Accordion.Control>
              <Accordion.Panel>
                <div className="qd-adviser-fields">
                  {asked.map((question) => (
                    <QuestionField
                      key={question.key}
                      question={question}
                      input={inputs.get(question.key)}
                      answer={answers.said.get(question.key)}
                      onAnswer={(answer) => answers.say(question.key, answer)}
                    />
                  ))}
                </div>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </Section>
  );
}
