/**
 * Generates, compiles and calls the clients of generators.yaml, outside of the tests.
 *
 * `--only java-native,go` takes these rows; `--write` writes what was found into `spec/generated-clients.json` and the README.
 */
import { parseArgs } from 'node:util';
import { loadContract } from '@ax-cloud/contract/contract';
import type { GeneratedClient } from '@ax-cloud/contract/generated-clients';
import { missingFor } from './build.ts';
import { examine } from './examine.ts';
import { describeResult, readResults, writeResults } from './results.ts';
import { ROWS } from './rows.ts';
import { toTable, writeTableIntoReadme } from './table.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, write: { type: 'boolean' } } });
const only = values.only?.split(',');
const unknown = only?.filter((id) => !ROWS.some((row) => row.id === id)) ?? [];
if (unknown.length > 0) {
  console.error(
    `generators.yaml has no row "${unknown.join('", "')}". It has: ${ROWS.map(({ id }) => id).join(', ')}.`,
  );
  process.exit(1);
}

const contract = await loadContract();
const examined: GeneratedClient[] = [];
for (const row of ROWS.filter(({ id }) => only?.includes(id) ?? true)) {
  const missing = missingFor(row);
  if (missing !== undefined) {
    console.log(`${row.id}: skipped, ${missing} is not installed here`);
    continue;
  }
  const examination = await examine(contract, row);
  examined.push(describeResult(examination));
  const failed = examination.outcomes.filter(({ problems }) => problems.length > 0);
  console.log(`${row.id}: ${examination.outcomes.length} calls, ${failed.length} with a problem`);
  for (const { name, problems, seen } of failed) console.log(`  ${name}: ${problems.join(', ')}: ${seen}`);
  // After each row, because a run takes long and may be stopped.
  if (values.write) writeResults(contract, ROWS, examined);
}

if (values.write) writeTableIntoReadme(readResults());
else console.log(toTable({ clients: examined }));
