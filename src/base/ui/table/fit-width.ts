/** How wide a column must be for what of it is in sight. */
import { boundedWidth } from "./grid-column.ts";

/** What stands around the words of a cell: its edges, and a little air. */
const around = 24;
/** What stands beside the words of a head: the sign of the order, and the button of its menu. */
const besideHead = 34;

/** The width for a head and the cells below it that are drawn now; null where there is no head. */
export function widthInSight(head: HTMLElement | null): number | null {
  const table = head?.closest("table");
  const row = head?.parentElement;
  if (!head || !table || !row) return null;
  const column = [...row.querySelectorAll(".qd-head-cell")].indexOf(head);
  const name = head.querySelector(".qd-head-name");
  const cells = [...table.querySelectorAll(`tbody tr:not(.qd-group-line) td[data-column="${column}"]`)];
  const words = cells.map((cell) => widthOf(cell) + around);
  return boundedWidth(Math.max(name ? widthOf(name) + besideHead : 0, ...words));
}

/** The width of what an element holds, also where it is cut off. */
function widthOf(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect().width;
}
