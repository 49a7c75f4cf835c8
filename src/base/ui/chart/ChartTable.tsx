/** The figures of a chart as a table: for who reads numbers, and for who cannot see the drawing. */

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function PlainTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
    <section className="qd-table-scroll" style={{ maxHeight: 320 }} tabIndex={0} aria-label={label}>
      <table className="qd-table qd-plain">
        <caption className="qd-hidden">{label}</caption>
        <thead>
          <tr>
            {table.head.map((name, index) => (
              <th key={name} scope="col" data-align={index ? "right" : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                <td key={table.head[index]} data-align={index ? "right" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The table as a spreadsheet takes it from the clipboard: tabs between cells, a line a row. */
export function tableText({ head, rows }: ChartTable): string {
  const plain = (cell: string) => cell.replaceAll(/[\t\r\n]+/g, " ");
  return [head, ...rows].map((cells) => cells.map(plain).join("\t")).join("\n");
}
