/** A cell, as the lines that stand below each other in it. */
type Cell = readonly string[];

/**
 * Sets rows of text in columns, each as wide as its widest line, under a ruled header. For text in Latin letters only:
 * a terminal shows a Hangul syllable two columns wide.
 *
 * @returns the lines, without spaces at their ends
 */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.flatMap((row) => (row[column] ?? []).map((line) => line.length))),
  );
  const set = (cells: readonly string[]) =>
    widths
      .map((width, column) => (cells[column] ?? '').padEnd(width))
      .join('  ')
      .trimEnd();
  return [
    set(header),
    set(widths.map((width) => '─'.repeat(width))),
    ...rows.flatMap((row) =>
      Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, line) =>
        set(row.map((cell) => cell[line] ?? '')),
      ),
    ),
  ];
}
