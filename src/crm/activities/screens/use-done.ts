/** An activity is done, or taken up again; each can be taken back. */
import { tell, tellFailed, useDo } from "#base/ui";
import { type ActivityOut, changeActivity, completeActivity } from "../contract.ts";

export function useDone(activity: Pick<ActivityOut, "id" | "version">) {
  const complete = useDo(completeActivity);
  const change = useDo(changeActivity);
  const params = { id: activity.id };
  const takeUp = (version: number) =>
    change.mutateAsync({ params, ifMatch: version, body: { doneAt: null } });
  return {
    busy: complete.isPending || change.isPending,
    done: () =>
      complete.mutate(
        { params, ifMatch: activity.version },
        { onError: tellFailed, onSuccess: ({ version }) => tell("Done.", () => takeUp(version)) },
      ),
    takeUp: () => void takeUp(activity.version).catch(tellFailed),
  };
}
