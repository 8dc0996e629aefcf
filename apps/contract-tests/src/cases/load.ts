import { readFileSync } from 'node:fs';
import type { Contract } from '@ax-cloud/contract/contract';
import { statusFields, textField } from '@ax-cloud/contract/request-body';
import { parse } from 'yaml';
import { cancelledOrderCases } from './cancelled-order.ts';
import type { Case } from './case.ts';
import type { RowChange } from './changes.ts';
import { firstCancelCase } from './first-cancel.ts';
import { readingCases } from './first-reading.ts';
import { keyCases } from './keys-and-connections.ts';
import { openOrderCases } from './open-orders.ts';
import { orderPathCases } from './order-paths.ts';
import { proofCase } from './proofs.ts';
import { caseOf, type Row, type Shared } from './row.ts';
import { wholeRunCases } from './whole-run.ts';

const DEFAULTS = { needs: 'key', order: 1, level: 'documented', asks: {} } as const;

interface Group extends Partial<Shared>, RowChange {
  /** The rows stand for each of these once; `{field}` is its name. */
  for?: keyof typeof SUBJECTS;
  cases: Record<string, Row>;
}

/** What a group is repeated for. */
const SUBJECTS = {
  statuses: (contract: Contract) => statusFields(contract).map(({ name }) => name),
  required: ({ request }: Contract) => request.fields.filter((one) => one.required).map(({ name }) => name),
  optional: ({ request }: Contract) => request.fields.filter((one) => !one.required).map(({ name }) => name),
  text: (contract: Contract) => [textField(contract)?.name].filter((name) => name !== undefined),
  headers: ({ headers }: Contract) => headers.filter((one) => one.required).map(({ name }) => name),
};

const GROUPS = ['key', 'order-code', 'headers', 'body', 'cancel'].flatMap((file): Group[] =>
  parse(readFileSync(new URL(`../../cases/${file}.yaml`, import.meta.url), 'utf8')),
);

/** A contract does not change while it is in use. */
const known = new WeakMap<Contract, readonly Case[]>();

/** All cases of a contract, in the order in which they are listed; made once for each contract. */
export function allCases(contract: Contract): readonly Case[] {
  const cases = known.get(contract) ?? makeCases(contract);
  known.set(contract, cases);
  return cases;
}

function makeCases(contract: Contract): Case[] {
  const readings = readingCases(contract);
  const all = [
    ...GROUPS.flatMap((group) => casesOf(contract, group)),
    ...keyCases(contract),
    ...orderPathCases(contract),
    ...readings,
    firstCancelCase(
      contract,
      readings.flatMap(({ asks }) => asks),
    ),
    ...cancelledOrderCases(contract),
    ...openOrderCases(contract),
    proofCase(),
    ...wholeRunCases(),
  ];
  const free = ({ needs }: Case) => needs === 'key';
  return [...all.filter(free), ...all.filter((one) => !free(one))];
}

/**
 * Makes the cases of one group. Leaves out a case whose subject the contract lacks, and one that must be refused although the
 * contract allows its request.
 */
function casesOf(contract: Contract, { for: subject, cases, ...shared }: Group): Case[] {
  const fields = subject === undefined ? [''] : SUBJECTS[subject](contract);
  return fields.flatMap((field) =>
    Object.entries(cases).flatMap(([id, row]) => {
      const proves = [...(shared.proves ?? []), ...(row.proves ?? [])];
      const headers = { ...shared.headers, ...row.headers };
      return caseOf(contract, id, { ...DEFAULTS, ...shared, ...row, proves, headers }, field);
    }),
  );
}
