/** Says that the company on screen is invented, and how to bring in one's own. It can be put away. */

import { CloseButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useRememberedHere, useWorkspace } from "#base/ui";

export function SampleBanner() {
  const { sample, name } = useWorkspace();
  const [away, putAway] = useRememberedHere("sample-seen", false);
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
      <span className="qd-banner-end">
        <CloseButton size="sm" aria-label="Put this note away" onClick={() => putAway(true)} />
      </span>
    </aside>
  );
}
