import { writeFile } from 'node:fs/promises';
import { CONTROL } from './libraries.ts';
import type { Result } from './result.ts';
import { formatMarkdown, formatPlain, tabulateGoals, tabulateRows } from './table.ts';

/** Prints a result, and writes it as `result.json` and `result.md`. */
export async function report(result: Result): Promise<void> {
  console.log(`${describeRun(result)}\n`);
  console.log(`${formatPlain(tabulateRows(result.rows))}\n\n${formatPlain(tabulateGoals(result.goals))}\n`);
  console.log(`${summarise(result)}\nWritten to result.json and result.md.`);
  await writeFile(
    new URL('../../client-result.json', import.meta.url),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  await writeFile(new URL('../../client-result.md', import.meta.url), toMarkdown(result));
}

function toMarkdown(result: Result): string {
  return `# The client beside its peers

Written by \`pnpm --filter @ax-cloud/channel-client bench\`; what the columns mean is in the [README](README.md).
${describeRun(result)}

${formatMarkdown(tabulateRows(result.rows))}

## Goals

${formatMarkdown(tabulateGoals(result.goals))}

${summarise(result)}
`;
}

function describeRun({ date, node, cpus, seconds }: Result): string {
  return `${date}, Node.js ${node}, ${cpus}, in ${seconds} s. × is the ratio to bare fetch of the same run.`;
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
