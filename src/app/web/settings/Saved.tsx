/** Says that a change is kept, or why it was refused. */

import { notifications } from "@mantine/notifications";
import { problemOf } from "#base/ui";

/** What a form does when its change went well. */
export function useSaved(doing: { reset: () => void }) {
  return {
    onSuccess: () => {
      doing.reset();
      notifications.show({ message: "Saved.", autoClose: 2500 });
    },
  };
}

export function Saved({ of }: { of: { error: unknown } }) {
  if (!of.error) return null;
  const problem = problemOf(of.error);
  return (
    <p className="qd-refused" role="alert">
      {problem.detail}{" "}
      {problem.status === 412 ? "Somebody changed it meanwhile: look at it anew." : problem.fix}
    </p>
  );
}
