/** The place to drop an export, with a button for files and one for a folder. */
import { Button } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type ChangeEvent, useRef } from "react";
import { pendingOf, setPending } from "./pending-files.ts";

export function DropArea() {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const found = pendingOf([...(event.currentTarget.files ?? [])]);
    if (found) setPending(found);
    event.currentTarget.value = "";
  };
  return (
    <section className="qd-drop" aria-label="Files to import">
      <IconFileUpload size={26} stroke={1.5} aria-hidden />
      <h2>Drop your CRM's export on this page</h2>
      <p>
        Salesforce, HubSpot, Pipedrive, Zoho or Dynamics with the history that they hold, or any CSV and XLSX
        files; a zip of them will do. Nothing leaves this machine, and nothing is written before you have seen
        what will become of it.
      </p>
      <div className="qd-drop-ways">
        <Button size="xs" onClick={() => files.current?.click()}>
          Choose files
        </Button>
        <Button size="xs" variant="default" onClick={() => folder.current?.click()}>
          Choose a folder
        </Button>
      </div>
      <input ref={files} type="file" multiple hidden aria-label="Files" onChange={take} />
      <input
        ref={folder}
        type="file"
        hidden
        aria-label="Folder"
        onChange={take}
        {...{ webkitdirectory: "" }}
      />
    </section>
  );
}
