/** Says that the company on screen is invented, and how to bring in one's own. It can be put away. */

import { CloseButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useWorkspace } from "#base/ui";

export function SampleBanner() {
  const { sample, name, id } = useWorkspace();
  const [away, setAway] = useLocalStorage({ key: `quarterdeck-sample-seen-${id}`, defaultValue: false });
  if (!sample || away) return null;
  return (
    <aside className="qd-banner" aria-label="About this company">
      <span>
        <strong>{name}</strong> is an invented company to look around in. To see your own numbers,{" "}
        <Link to={"/import" as "/"} className="qd-link">
          import your CRM's export
        </Link>
        : drop its files on any page.
      </span>
      <CloseButton size="sm" aria-label="Put this note away" onClick={() => setAway(true)} />
    </aside>
  );
}
