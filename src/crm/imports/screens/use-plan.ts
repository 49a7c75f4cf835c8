/** The plan of an import on screen: as it was kept, and looked at anew after corrections, the last of them counting. */
import { useCallback, useEffect, useRef, useState } from "react";
import { useAsk, useDo } from "#base/ui";
import {
  getImportPlan,
  type ImportOptionsIn,
  type ImportOut,
  type ImportPlanOut,
  planOfImport,
} from "../contract.ts";

/** Corrections that follow each other this closely are looked at together. */
const togetherMs = 600;

export interface Planning {
  readonly plan: ImportPlanOut | null;
  readonly options: ImportOptionsIn;
  /** Corrections were made that the plan does not show yet. */
  readonly isBehind: boolean;
  readonly failure: unknown;
  correct(options: ImportOptionsIn): void;
  /** Goes back to what was said before the correction that was refused. */
  takeBack(): void;
  lookAgain(): void;
}

export function usePlan(run: Pick<ImportOut, "id" | "options">): Planning {
  const { id } = run;
  const kept = useAsk(getImportPlan, { params: { id } }, { keep: false });
  const { mutateAsync } = useDo(planOfImport);
  const [fresh, setFresh] = useState<ImportPlanOut | null>(null);
  const [options, setOptions] = useState<ImportOptionsIn>(run.options);
  const [isBehind, setBehind] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const good = useRef<ImportOptionsIn>(run.options);
  const wanted = useRef<{ readonly options: ImportOptionsIn | null } | null>(null);
  const isLooking = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const look = useCallback(async () => {
    if (isLooking.current) return;
    isLooking.current = true;
    try {
      while (wanted.current !== null) {
        const { options: said } = wanted.current;
        wanted.current = null;
        setFresh(await mutateAsync({ params: { id }, body: said === null ? {} : { options: said } }));
        if (said !== null) good.current = said;
        setFailure(null);
      }
    } catch (refused) {
      setFailure(refused);
    } finally {
      isLooking.current = false;
      setBehind(false);
    }
  }, [id, mutateAsync]);

  const lookAt = useCallback(
    (said: ImportOptionsIn | null, afterMs: number) => {
      wanted.current = { options: said };
      setBehind(true);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void look(), afterMs);
    },
    [look],
  );
  const correct = useCallback(
    (said: ImportOptionsIn) => {
      setOptions(said);
      lookAt(said, togetherMs);
    },
    [lookAt],
  );
  const takeBack = () => {
    setOptions(good.current);
    lookAt(good.current, 0);
  };
  const isNew = kept.data !== undefined && kept.data.plan === null;
  useEffect(() => {
    if (isNew) lookAt(null, 0);
  }, [isNew, lookAt]);
  return {
    plan: fresh ?? kept.data?.plan ?? null,
    options,
    isBehind,
    failure: failure ?? kept.error,
    correct,
    takeBack,
    lookAgain: () => lookAt(null, 0),
  };
}
