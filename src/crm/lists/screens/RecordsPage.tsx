/** The page of a noun's records: what the list holds, how it is narrowed and shaped, and the record that is open beside it. */
import { type ReactNode, useMemo, useState } from "react";
import {
  type FilterFocus,
  formatCount,
  formatMoneyShort,
  Page,
  useAsk,
  useFollowsScope,
  useView,
} from "#base/ui";
import { getFields } from "../../fields/contract.ts";
import { PastNotice } from "../../history/screens/PastNotice.tsx";
import { ViewsMenu } from "../../views/screens/ViewsMenu.tsx";
import { columnsOfList } from "../list-noun.ts";
import { ExportMenu } from "./ExportMenu.tsx";
import { ListToolbar } from "./ListToolbar.tsx";
import type { ListRow, ListSpec } from "./list-spec.ts";
import { RecordList } from "./RecordList.tsx";
import { useLeavesTrail } from "./trail.ts";
import { useChosen } from "./use-chosen.ts";
import { type ListState, useList } from "./use-list.ts";
import { type OpenRecord, useOpenRecord } from "./use-open-record.ts";
import { valuesOfList } from "./use-values.ts";

export function RecordsPage<T extends ListRow>(props: {
  spec: ListSpec<T>;
  panel: (opened: OpenRecord<T>) => ReactNode;
}) {
  const { spec } = props;
  const fields = useAsk(getFields, { query: { noun: spec.noun } });
  const columns = useMemo(() => columnsOfList(spec.noun, fields.data?.items ?? []), [spec.noun, fields.data]);
  const { useValues, useNames } = useMemo(() => valuesOfList(spec.noun), [spec.noun]);
  const state = useView(spec.standard, columns);
  const list = useList(spec, state.view, state.text);
  const opened = useOpenRecord(spec, list);
  useLeavesTrail(spec, list, opened);
  const chosen = useChosen(JSON.stringify(list.question), list.outline?.count ?? 0);
  const [focus, setFocus] = useState<FilterFocus | null>(null);
  return (
    <Page
      title={spec.many}
      finding={<Finding spec={spec} list={list} />}
      controls={
        <ListToolbar
          many={spec.many}
          {...{ columns, state, focus, useValues, useNames }}
          onFocus={setFocus}
          onResetColumns={() => state.choose({ ...state.text, columns: spec.standard.columns })}
          scoped={spec.person ? <FollowsScope /> : null}
          views={<ViewsMenu noun={spec.noun} standard={spec.standard} state={state} />}
          more={
            <ExportMenu
              noun={spec.noun}
              text={{ ...state.text, filter: list.question.filter }}
              search={state.view.search}
              count={list.outline?.count ?? 0}
            />
          }
        />
      }
      main={
        <PastNotice title="This list is as of today.">
          It does not follow the date in the header; the page of each record does.
        </PastNotice>
      }
      table={<RecordList {...{ spec, columns, state, list, opened, chosen }} onFilter={setFocus} />}
      panel={opened.id ? props.panel(opened) : null}
    />
  );
}

/** Tells the header that the page follows its scope. */
function FollowsScope() {
  useFollowsScope();
  return null;
}

/** "21,559 opportunities, $169M": what the filter has found. */
function Finding<T extends ListRow>({ spec, list }: { spec: ListSpec<T>; list: ListState<T> }) {
  const { outline } = list;
  if (!outline) return <>…</>;
  const [money] = outline.sums.filter(({ currency }) => currency !== null);
  const noun = outline.count === 1 ? spec.one : spec.many.toLowerCase();
  return (
    <>
      <strong>{formatCount(outline.count)}</strong> {noun}
      {money?.currency && outline.count > 0 ? (
        <>
          {", "}
          <strong>{formatMoneyShort(money.sum, money.currency)}</strong> {spec.summed}
        </>
      ) : null}
    </>
  );
}
