import type { Contract } from '@ax-cloud/contract/contract';
import { type RefusalKind, refusalKinds } from '@ax-cloud/contract/refusal-kinds';
import { createGuards } from './guards.ts';
import { literal } from './literal.ts';

/** What a message says of each kind of refusal, and what to do about it. */
const TEXTS: Readonly<Record<RefusalKind, (contract: Contract) => string>> = {
  forbidden: () => 'the key was refused. Check it and its environment',
  not_found: ({ orderCode }) => `no such order. Check its ${orderCode.name} and the environment`,
  invalid_request: () => 'an invalid request. See "fields" or "detail"',
  refused: () => 'a refusal. See "detail"',
};

const REFUSAL = `readonly [
  kind: 'forbidden' | 'not_found' | 'invalid_request' | 'refused',
  what: string,
  isValid: (value: unknown) => boolean,
]`;

/**
 * Compiles the contract's response schemas into the text of a module: the check of a success, and a row for each documented
 * refusal.
 *
 * @throws {Error} as `condition`
 */
export function validators(contract: Contract): string {
  const guards = createGuards(contract);
  const { responses, success } = contract;
  const isSuccess = guards.guard(String(success.schema.$ref));
  const kinds = refusalKinds(contract);
  const rows = responses.flatMap(({ status, schema }) => {
    const kind = kinds[status];
    if (kind === undefined) return [];
    const row = [literal(kind), literal(TEXTS[kind](contract)), guards.guard(String(schema.$ref))];
    return [`  ${status}: [${row.join(', ')}],\n`];
  });
  return [
    "import type { components } from './openapi.d.ts';\n",
    guards.text(),
    `export { ${isSuccess} as isSuccess };\n`,
    '/** Each documented refusal: its kind, what a message says of it, and whether a parsed body is what the contract says. */',
    `export const REFUSALS: Readonly<Record<number, ${REFUSAL}>> = {\n${rows.join('')}};\n`,
  ].join('\n');
}
