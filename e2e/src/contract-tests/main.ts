/**
 * Examines some of the servers from a shell, and prints what the contract tests got wrong:
 *
 * node src/contract-tests/main.ts --stack go,flask --fault key,order.prefix --suite ../apps/contract-tests/src/main.ts
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readFaults, readStacks } from './catalogue.ts';
import { examine, type Finding } from './examine.ts';
import { count, describeMistakes, type Figures, writeTable } from './figures.ts';
import { SUITE } from './run-suite.ts';
import { TOOLCHAINS } from './toolchains.ts';

const { values } = parseArgs({
  options: {
    stack: { type: 'string' },
    fault: { type: 'string' },
    suite: { type: 'string' },
    'plain-codes': { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const suite = {
  main: values.suite === undefined ? SUITE.main : resolve(values.suite),
  plainCodes: values['plain-codes'],
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
const beginnings = values.fault?.split(',');
const rows: Figures[] = [];
for (const stack of readStacks()) {
  if (values.stack !== undefined && !values.stack.split(',').includes(stack.id)) continue;
  const toolchain = TOOLCHAINS[stack.id];
  if (toolchain === undefined) throw new Error(`${stack.id} has no toolchain.`);
  const faults = readFaults().filter(
    ({ id, stacks }) =>
      stacks.includes(stack.id) && (beginnings?.some((beginning) => id.startsWith(beginning)) ?? true),
  );
  const conforming = beginnings === undefined || beginnings.includes('none') ? [undefined] : [];
  const servers = [...conforming, ...faults];
  const findings = await examine(suite, await toolchain.prepare(), stack, servers, (finding) => {
    if (values.verbose) show(finding);
  });
  rows.push(count(stack.title, findings));
  for (const line of describeMistakes(findings)) console.log(line);
}
console.log(writeTable(rows));

function show({ stack, fault, seen, failed, falseAnswers, noReport }: Finding): void {
  const what = [...failed, ...falseAnswers, noReport ?? ''].join(' ');
  console.log(stack.id, fault?.id ?? '(conforming)', seen ?? '', what);
}
