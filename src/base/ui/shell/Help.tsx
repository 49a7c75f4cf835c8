/** Help for the page that one is on, and the map of the keyboard, behind "?". */
import { Drawer } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { PageHelp } from "./navigation.ts";

export interface HelpPage extends PageHelp {
  readonly title: string;
}
/** Keys and what they do; a list a group. */
export type KeyMap = readonly {
  readonly label: string;
  readonly keys: readonly (readonly [string, string])[];
}[];

export default function Help(props: {
  opened: boolean;
  onClose: () => void;
  page: HelpPage | null;
  keys: KeyMap;
  links: readonly { readonly to: string; readonly label: string }[];
}) {
  const { page } = props;
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title="Help"
      position="right"
      size={400}
      padding="lg"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="qd-help">
        {page ? (
          <section aria-label="This page">
            <h2>{page.title}</h2>
            <p>{page.answers}</p>
            <ul>
              {page.can.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ) : null}
        <section aria-label="Time and scope">
          <h2>Any day, any part</h2>
          <p>
            The date in the header moves the whole company through time: drag its line, or press [ and ]. What
            stands beside it keeps figures to a region, a team or a person.
          </p>
        </section>
        {props.keys.map((group) => (
          <section key={group.label} aria-label={`Keyboard: ${group.label}`}>
            <h2>{group.label}</h2>
            <dl className="qd-keys">
              {group.keys.map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    {keys.split(" ").map((key) => (
                      <kbd key={key} className="qd-kbd">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="qd-help-links">
          {props.links.map((link) => (
            <Link key={link.to} to={link.to as "/"} className="qd-link" onClick={props.onClose}>
              {link.label}
            </Link>
          ))}
        </p>
      </div>
    </Drawer>
  );
}
