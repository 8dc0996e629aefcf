/** A cell, as the lines that stand below each other in it. */
type Cell = readonly string[];

/**
 * Sets rows of text in columns, each as wide as its widest line, under a ruled header. For text in Latin letters only:
 * a terminal shows a Hangul syllable two columns wide.
 *
 * @returns the lines, without spaces at their ends
 */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const lines = rows.flatMap((row) =>
    Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, line) =>
      row.map((cell) => cell[line] ?? ''),
    ),
  );
  const rule = widthsOf([header, ...lines]).map((width) => '─'.repeat(width));
  return columns([header, rule, ...lines]);
}

/** The same without a header and a rule: a line for each row. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = widthsOf(rows);
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const [first = []] = rows;
  return first.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
}
