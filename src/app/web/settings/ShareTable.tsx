/** Whose records are, were and will be shared with whom. */
import { Button } from "@mantine/core";
import { Answer, type Column, DataTable, Day, Empty, Tag, useAsk, useDo, useToday } from "#base/ui";
import { endSharedAccess, getSharedAccess, type SharedAccessOut } from "#people/contract";

export function ShareTable() {
  const asked = useAsk(getSharedAccess, {});
  return (
    <Answer of={asked}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="Nobody's records are shared">
            When somebody is away, share their records with whoever stands in, for as long as it lasts.
          </Empty>
        ) : (
          <DataTable
            label="Records shared with others"
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
        )
      }
    </Answer>
  );
}

const columns: readonly Column<SharedAccessOut>[] = [
  { id: "owner", header: "Records of", value: (share) => share.owner.name },
  { id: "person", header: "With", value: (share) => share.person.name },
  {
    id: "from",
    header: "From",
    value: (share) => share.startsOn,
    cell: (share) => <Day day={share.startsOn} />,
    width: 110,
  },
  {
    id: "until",
    header: "Until before",
    value: (share) => share.endsOn,
    cell: (share) =>
      share.endsOn ? <Day day={share.endsOn} /> : <span className="qd-faint">further notice</span>,
    width: 120,
  },
  { id: "reason", header: "Why", value: (share) => share.reason, wideOnly: true },
  { id: "state", header: "", width: 130, cell: (share) => <State share={share} /> },
];

function State({ share }: { share: SharedAccessOut }) {
  const end = useDo(endSharedAccess);
  const today = useToday().toString();
  if (share.endsOn !== null && share.endsOn <= today) return <Tag tone="neutral">over</Tag>;
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      loading={end.isPending}
      onClick={() => end.mutate({ params: { id: share.id } })}
    >
      {share.holds ? "End it today" : "Take it back"}
    </Button>
  );
}
