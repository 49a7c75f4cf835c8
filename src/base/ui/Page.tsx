/** Every page has the same five parts in the same order: title with its finding, controls, main figure, table, side panel. */
import { ActionIcon, CloseButton } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";

export function Page(props: {
  title: string;
  /** One sentence that says what the page found. */
  finding?: ReactNode;
  /** What stands at the right of the title: actions of the page. */
  actions?: ReactNode;
  back?: boolean;
  controls?: ReactNode;
  main?: ReactNode;
  table?: ReactNode;
  panel?: ReactNode;
}) {
  const router = useRouter();
  useEffect(() => {
    document.title = `${props.title} – Quarterdeck`;
  }, [props.title]);
  return (
    <div className="qd-page" data-panel={props.panel ? true : undefined}>
      <div className="qd-page-body">
        <header className="qd-page-head">
          {props.back ? (
            <ActionIcon variant="subtle" color="gray" aria-label="Back" onClick={() => router.history.back()}>
              <IconArrowLeft size={17} className="qd-turns" />
            </ActionIcon>
          ) : null}
          <div className="qd-page-title">
            <h1>{props.title}</h1>
            {props.finding ? <p className="qd-finding">{props.finding}</p> : null}
          </div>
          {props.actions ? <div className="qd-page-actions">{props.actions}</div> : null}
        </header>
        {props.controls ? <div className="qd-controls">{props.controls}</div> : null}
        {props.main}
        {props.table}
      </div>
      {props.panel}
    </div>
  );
}

/** A bordered part of a page with an optional title. */
export function Section(props: {
  title?: ReactNode;
  side?: ReactNode;
  children?: ReactNode;
  flush?: boolean;
  /** Its head says all there is. */
  empty?: boolean;
  label?: string;
}) {
  return (
    <section
      className="qd-section"
      data-flush={props.flush || undefined}
      data-empty={props.empty || undefined}
      aria-label={props.label}
    >
      {props.title ? (
        <div className="qd-section-head">
          <h2>{props.title}</h2>
          {props.side}
        </div>
      ) : null}
      {props.children}
    </section>
  );
}

/** The panel beside a page: what is behind a figure. Escape closes it and gives the focus back to where it was. */
export function SidePanel(props: {
  title: ReactNode;
  note?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  label: string;
}) {
  const panel = useRef<HTMLElement>(null);
  const { onClose } = props;
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    const leave = (press: KeyboardEvent) => {
      if (press.key === "Escape" && !press.defaultPrevented) close.current();
    };
    window.addEventListener("keydown", leave);
    return () => {
      window.removeEventListener("keydown", leave);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <aside className="qd-panel" aria-label={props.label} ref={panel} tabIndex={-1}>
      <div className="qd-panel-head">
        <div>
          <h2>{props.title}</h2>
          {props.note ? <p className="qd-dim">{props.note}</p> : null}
        </div>
        <CloseButton aria-label="Close the panel" onClick={onClose} />
      </div>
      <div className="qd-panel-body">{props.children}</div>
    </aside>
  );
}
