/** The list of a noun's records, and what stands in its place while there is none. */
import { Button } from "@mantine/core";
import { useRef } from "react";
import { type ListColumn, noFilter } from "#base/kernel";
import { Empty, Failed, type FilterFocus, Loading, Section, TooMuch, type ViewState } from "#base/ui";
import { ListGrid } from "./ListGrid.tsx";
import type { ListRow, ListSpec } from "./list-spec.ts";
import type { Choosing } from "./use-chosen.ts";
import type { ListState } from "./use-list.ts";
import type { OpenRecord } from "./use-open-record.ts";
import { useRemainingHeight } from "./use-remaining-height.ts";

export interface RecordListProps<T extends ListRow> {
  readonly spec: ListSpec<T>;
  readonly columns: readonly ListColumn[];
  readonly state: ViewState;
  readonly list: ListState<T>;
  readonly opened: OpenRecord<T>;
  readonly chosen: Choosing;
  readonly onFilter: (focus: FilterFocus) => void;
}

export function RecordList<T extends ListRow>(props: RecordListProps<T>) {
  const { spec, list, state } = props;
  const place = useRef<HTMLDivElement>(null);
  const height = useRemainingHeight(place);
  const nothing = list.outline?.count === 0 && !list.older;
  return (
    <Section flush label={spec.many}>
      <div ref={place} className="qd-list-place">
        {list.error && !list.anyArrived && !nothing ? (
          <Failed failure={list.error} retry={list.retry} />
        ) : nothing ? (
          <NothingFound spec={spec} state={state} />
        ) : list.layout.lines === 0 ? (
          <Loading rows={Math.floor(height / 34)} />
        ) : (
          <>
            {list.error ? <SomeFailed retry={list.retry} /> : null}
            <ListGrid {...props} height={height} />
          </>
        )}
      </div>
    </Section>
  );
}

function SomeFailed({ retry }: { retry: () => void }) {
  return (
    <TooMuch
      title="Some records could not be read."
      action={
        <Button variant="default" size="xs" onClick={retry}>
          Try again
        </Button>
      }
    >
      Those in sight stay; grey lines wait for the rest.
    </TooMuch>
  );
}

function NothingFound<T extends ListRow>({ spec, state }: { spec: ListSpec<T>; state: ViewState }) {
  const { view, change } = state;
  if (view.filter.parts.length === 0 && view.search === "")
    return <Empty title={`No ${spec.many.toLowerCase()} yet`}>{spec.whenEmpty}</Empty>;
  return (
    <Empty
      title={`No ${spec.one} fits`}
      action={
        <Button variant="default" size="xs" onClick={() => change({ filter: noFilter, search: "" })}>
          Show all {spec.many.toLowerCase()}
        </Button>
      }
    >
      Nothing in the list answers this filter.
    </Empty>
  );
}
