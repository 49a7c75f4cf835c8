/** What comes over the page: a drawer with a form, a question, what is said in passing. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Confirm, Form, SideForm, tell, tellFailed } from "#base/ui";
import { Shown } from "./Shown.tsx";

export function OverlayParts() {
  const [open, setOpen] = useState<"form" | "question" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="qd-parts-grid">
      <Shown name="Drawer with a form">
        <Button variant="default" onClick={() => setOpen("form")}>
          Open the drawer
        </Button>
        <SideForm
          opened={open === "form"}
          onClose={close}
          title="Add a field"
          note="It can be renamed later; its key stays."
        >
          <Form
            doing={{ error: null, isPending: false }}
            onSubmit={close}
            onCancel={close}
            verb="Add the field"
          >
            <TextInput label="Label" data-autofocus />
          </Form>
        </SideForm>
      </Shown>
      <Shown name="A question before something is taken away">
        <Button variant="default" onClick={() => setOpen("question")}>
          Remove something
        </Button>
        <Confirm
          opened={open === "question"}
          onClose={close}
          title="Remove the field Segment?"
          verb="Remove the field"
          removes
          onConfirm={close}
        >
          <p>It disappears from 214 accounts. The values it had stay in their history.</p>
        </Confirm>
      </Shown>
      <Shown name="Said in passing: done, can be taken back, failed">
        <Button variant="default" onClick={() => tell("Saved.")}>
          Say it
        </Button>{" "}
        <Button variant="default" onClick={() => tell("The stage was renamed.", async () => undefined)}>
          With Undo
        </Button>{" "}
        <Button variant="default" onClick={() => tellFailed(new Error("The server does not answer."))}>
          A failure
        </Button>
      </Shown>
    </div>
  );
}
