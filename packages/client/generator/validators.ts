import type { Contract } from '@ax-cloud/contract/contract';
import { createGuards } from './guards.ts';
import { nameOf } from './schema-name.ts';

/**
 * Compiles the contract's response schemas into the text of a module with one check for each documented status.
 *
 * @throws {Error} as `condition`
 */
export function validators(contract: Contract): string {
  const guards = createGuards(contract);
  const { responses, success } = contract;
  const entries = responses.map(
    ({ status, schema }) => `  ${status}: ${guards.guard(String(schema.$ref))},\n`,
  );
  return [
    "import type { components } from './openapi.d.ts';\n",
    guards.text(),
    '/** For each documented status, whether a parsed body is what the contract says. */',
    'export const validate: {',
    '  readonly [status: number]: (value: unknown) => boolean;',
    `  readonly ${success.status}: (value: unknown) => value is components['schemas']['${nameOf(success.schema)}'];`,
    `} = {\n${entries.join('')}};\n`,
  ].join('\n');
}
