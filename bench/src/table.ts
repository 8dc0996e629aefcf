/** The cells of one table, its head first. */
export type Table = readonly (readonly string[])[];

/** For a terminal: columns as wide as their widest cell. */
export function formatPlain(table: Table): string {
  const widths = measureColumns(table);
  return table.map((cells) => pad(cells, widths).join('  ').trimEnd()).join('\n');
}

/** For a Markdown file. */
export function formatMarkdown(table: Table): string {
  const widths = measureColumns(table).map((width) => Math.max(3, width));
  const lines = table.map((cells) => `| ${pad(cells, widths).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function measureColumns(table: Table): number[] {
  return (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
}

function pad(cells: readonly string[], widths: readonly number[]): string[] {
  return cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
}
