/** Whose part of the company is shown, in the header; the list behind it is fetched when it is first opened. */
import { Popover, Tooltip } from "@mantine/core";
import { IconChevronDown, IconSitemap } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { ScopeGroup } from "./ScopePicker.tsx";
import { useIsScoped, useScope } from "./scope.ts";

const Picker = lazy(() => import("./ScopePicker.tsx"));

/** `useGroups` is a hook that gives what can be chosen; it is called once the list is open. */
export function ScopeControl({ useGroups }: { useGroups: () => readonly ScopeGroup[] | undefined }) {
  const { scope, choose } = useScope();
  const follows = useIsScoped();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={280}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label="This page shows the whole company" disabled={follows || scope === null}>
          <button
            type="button"
            className="qd-scope"
            aria-expanded={open}
            aria-label={`Scope: ${scope ? scope.name : "the whole company"}`}
            data-chosen={scope ? true : undefined}
            data-idle={(scope !== null && !follows) || undefined}
            onClick={() => setOpen(!open)}
          >
            <IconSitemap size={15} aria-hidden />
            <span className="qd-truncate">{scope ? scope.name : "Company"}</span>
            <IconChevronDown size={13} aria-hidden />
          </button>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={6}>
        <Suspense fallback={<div className="qd-scope-wait" />}>
          <Picker
            useGroups={useGroups}
            scope={scope}
            choose={(next) => {
              choose(next);
              setOpen(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
