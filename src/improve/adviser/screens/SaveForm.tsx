/** Keeps an advice under a title. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { Form, fieldError, tell, useDo } from "#base/ui";
import { type AnswersIn, saveAdvice } from "../contract.ts";

export function SaveForm({ answers, onDone }: { answers: AnswersIn; onDone: () => void }) {
  const save = useDo(saveAdvice);
  const [title, setTitle] = useState("");
  // One id for one form: pressed twice, it is saved once.
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Form
      doing={save}
      same={title.trim() === ""}
      verb="Save the advice"
      onCancel={onDone}
      onSubmit={() =>
        save.mutate(
          { params: { id }, body: { title: title.trim(), answers } },
          {
            onSuccess: () => {
              onDone();
              tell("The advice was saved.");
            },
          },
        )
      }
    >
      <TextInput
        label="Title"
        required
        data-autofocus
        value={title}
        error={fieldError(save.error, "title")}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
    </Form>
  );
}
