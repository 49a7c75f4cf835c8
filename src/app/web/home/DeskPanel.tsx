/** A panel's place on the desk: as high as what will be there, and alone in its failure. */
import { CatchBoundary } from "@tanstack/react-router";
import { type ComponentType, type CSSProperties, lazy, Suspense } from "react";
import { Failed, type HomePanel, Loading, Panel, type PanelProps } from "#base/ui";
import { panels } from "./panels.ts";

const parts = new Map<string, ComponentType<PanelProps>>(panels.map(({ key, load }) => [key, lazy(load)]));

export function DeskPanel({ panel }: { panel: HomePanel }) {
  const { key, question, width, height } = panel;
  const Part = parts.get(key);
  const room = {
    "--qd-panel-desk": `${height.desk}px`,
    "--qd-panel-phone": `${height.phone}px`,
  } as CSSProperties;
  return (
    <div className="qd-desk-panel" data-panel={key} data-width={width} style={room}>
      <CatchBoundary
        getResetKey={() => key}
        errorComponent={({ error, reset }) => (
          <Panel question={question}>
            <Failed failure={error} retry={reset} />
          </Panel>
        )}
      >
        <Suspense
          fallback={
            <Panel question={question}>
              <Loading rows={6} />
            </Panel>
          }
        >
          {Part ? <Part question={question} /> : null}
        </Suspense>
      </CatchBoundary>
    </div>
  );
}
