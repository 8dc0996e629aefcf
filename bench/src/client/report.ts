import { writeFile } from 'node:fs/promises';
import { showRun } from '../run.ts';
import { formatMarkdown, formatPlain } from '../table.ts';
import { CONTROL } from './libraries.ts';
import type { Result } from './result.ts';
import { tabulateGoals, tabulateRows } from './table.ts';

/** Prints a result, and writes it to `client-result.json` and `client-result.md`. */
export async function report(result: Result): Promise<void> {
  console.log(`${describe(result)}\n`);
  console.log(`${formatPlain(tabulateRows(result.rows))}\n\n${formatPlain(tabulateGoals(result.goals))}\n`);
  console.log(`${summarise(result)}\nWritten to bench/client-result.json and bench/client-result.md.`);
  await writeFile(
    new URL('../../client-result.json', import.meta.url),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  await writeFile(new URL('../../client-result.md', import.meta.url), toMarkdown(result));
}

function toMarkdown(result: Result): string {
  return `# The client beside other libraries

Written by \`pnpm bench client\`; what the columns mean is in the [README](README.md).
${describe(result)}

${formatMarkdown(tabulateRows(result.rows))}

## Goals

${formatMarkdown(tabulateGoals(result.goals))}

${summarise(result)}
`;
}

function describe(result: Result): string {
  return `${showRun(result)} × is the ratio to bare fetch of the same run.`;
}

function summarise({ rows, goals }: Result): string {
  const reached = goals.filter((goal) => goal.reached).length;
  const control = rows.find(({ name }) => name === CONTROL);
  const noise =
    control &&
    ` The noise: bare fetch measured a second time came to ${control.stubbed.ratio.toFixed(2)} × stubbed, ${control.loopback.ratio.toFixed(2)} × over loopback and ${control.importMs.toFixed(1)} ms.`;
  const verdict =
    reached === goals.length
      ? 'All goals are reached.'
      : `${reached} of ${goals.length} goals are reached; the others are marked, and stay marked until they are.`;
  return `${verdict}${noise ?? ''}`;
}
