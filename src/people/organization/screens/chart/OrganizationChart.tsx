/**
 * The organization as boxes, layer under layer. Whoever leads nobody stands in a column below their manager, so that a
 * company of hundreds stays readable; on a phone every layer is such a column. A tree to the keyboard and to a reader.
 */
import { type CSSProperties, type RefObject, useEffect, useMemo, useState } from "react";
import { counted, Presets } from "#base/ui";
import { shapeOf } from "../../span.ts";
import { type Branch, type Line, linesOf, type Placed } from "../tree.ts";
import { useWalk } from "../use-walk.ts";
import { ChartBranch, type ChartSight } from "./ChartBranch.tsx";
import { hitsIn, layersAtFirst } from "./openness.ts";
import { useDrag } from "./use-drag.ts";
import { useFit, type Zoom, zooms } from "./use-fit.ts";

export function OrganizationChart(props: {
  people: readonly Placed[];
  branches: readonly Branch[];
  /** Whether somebody is looked for. */
  fits: ((one: Branch) => boolean) | null;
  opened: string | undefined;
  onOpen: (id: string) => void;
  onMove: (id: string, managerId: string | null) => void;
}) {
  const { people, branches, fits } = props;
  const shape = useMemo(() => shapeOf(people), [people]);
  const spans = useMemo(() => new Map(shape.people.map((one) => [one.id, one])), [shape]);
  const hits = useMemo(() => (fits ? hitsIn(branches, fits) : null), [branches, fits]);
  const open = useOpenness(shape.layers, hits?.above);
  const lines = linesOf(branches, open.isClosed);
  const [zoom, setZoom] = useState<Zoom>("fit");
  const fit = useFit(zoom, lines.length, open.depth);
  const walk = useWalk<HTMLDivElement>({
    lines,
    isClosed: open.isClosed,
    turn: open.turn,
    open: props.onOpen,
    selector: "[role=treeitem]",
    more: { m: ({ branch }) => props.onMove(branch.id, null) },
  });
  const drag = useDrag(branches, props.onMove);
  const index = new Map(lines.map(({ branch }, at) => [branch.id, at]));
  const sight: ChartSight = {
    spans,
    hits: new Set(hits?.ids),
    opened: props.opened,
    isClosed: open.isClosed,
    stop: lines[walk.at]?.branch.id,
    onKeys: (event, id) => walk.press(event, index.get(id) ?? 0),
    onFocus: (id) => walk.setAt(index.get(id) ?? 0),
    onTurn: open.turn,
    onOpen: props.onOpen,
    onMove: (id) => props.onMove(id, null),
    drag,
  };
  useSeen(walk.place, hits?.ids[0]);
  return (
    <div className="qd-org">
      <div className="qd-org-tools">
        <Depth layers={shape.layers.length} shown={open.depth} onChange={open.show} />
        <span className="qd-org-zoom">
          <Presets label="Size" choices={zooms} value={zoom} onChange={setZoom} />
        </span>
        <output className="qd-faint">{hits ? counted(hits.ids.length, "person", "people") : ""}</output>
      </div>
      <div className="qd-org-place" ref={fit.frame}>
        <div
          role="tree"
          aria-label="Organization chart"
          className="qd-org-tree"
          ref={walk.place}
          style={{ "--zoom": fit.scale } as CSSProperties}
        >
          <Roots branches={branches} sight={sight} />
        </div>
      </div>
    </div>
  );
}

/** Whoever reports to nobody: those who lead side by side, and below them those who stand alone. */
function Roots({ branches, sight }: { branches: readonly Branch[]; sight: ChartSight }) {
  const root = (one: Branch, at: number) => (
    <ChartBranch
      key={one.id}
      place={{ line: { branch: one, level: 1, parent: null }, at, of: branches.length }}
      sight={sight}
    />
  );
  // Those who lead come first.
  const leading = branches.filter(({ below }) => below.length > 0).length;
  const all = branches.map(root);
  return (
    <>
      <div className="qd-org-row">{all.slice(0, leading)}</div>
      <div className="qd-org-alone">{all.slice(leading)}</div>
    </>
  );
}

/** How many layers are open, which branches were turned by hand since, and which a search opened. */
function useOpenness(layers: readonly number[], above: ReadonlySet<string> | undefined) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const depth = Math.min(chosen ?? layersAtFirst(layers), layers.length);
  const isClosed = (one: Branch, level: number) =>
    one.below.length > 0 && !(turned.get(one.id) ?? (above?.has(one.id) || level < depth));
  return {
    depth,
    isClosed,
    show(wanted: number) {
      setChosen(wanted);
      setTurned(new Map());
    },
    turn: ({ branch, level }: Line) => setTurned(new Map(turned).set(branch.id, isClosed(branch, level))),
  };
}

/** How many layers are in sight: a choice of as many as there are. */
function Depth(props: { layers: number; shown: number; onChange: (depth: number) => void }) {
  if (props.layers < 2) return null;
  const depths = Array.from({ length: props.layers - 1 }, (_, at) => at + 2);
  const label = (depth: number) => (depth === props.layers ? "All" : String(depth));
  return (
    <span className="qd-org-depth">
      <span className="qd-faint" aria-hidden>
        Layers
      </span>
      <Presets
        label="Layers in sight"
        choices={depths.map((depth) => ({ value: String(depth), label: label(depth) }))}
        value={String(props.shown)}
        onChange={(depth) => props.onChange(Number(depth))}
      />
    </span>
  );
}

/** Brings the first that was found into sight. */
function useSeen(place: RefObject<HTMLElement | null>, id: string | undefined) {
  useEffect(() => {
    if (id === undefined) return;
    place.current
      ?.querySelector(`[data-person="${CSS.escape(id)}"]`)
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [place, id]);
}
