import type { Contract, Schema } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';
import { condition, type Guards } from './condition.ts';

const IS_OBJECT = `const plainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
`;

/**
 * Collects the functions that check the contract's named schemas, as a module needs them. A general validator would be
 * several times the size of the whole client.
 */
export function createGuards({ document }: Pick<Contract, 'document'>): { guard: Guards; text(): string } {
  const written = new Map<string, string>();

  function guard(ref: string): string {
    const name = ref.split('/').at(-1) ?? '';
    if (!written.has(name)) {
      // Before the condition, which may refer to the schema itself.
      written.set(name, '');
      const schema = resolvePointer(document, ref);
      if (schema === undefined) throw new Error(`There is no schema at ${ref}. Add it to spec/openapi.yaml.`);
      const valid = condition(schema as Schema, 'value', guard);
      written.set(
        name,
        `const is${name} = (value: unknown): value is components['schemas']['${name}'] =>\n  ${valid};\n`,
      );
    }
    return `is${name}`;
  }

  return {
    guard,
    text() {
      const functions = [...written.values()].join('\n');
      return functions.includes('plainObject(') ? `${IS_OBJECT}\n${functions}` : functions;
    },
  };
}
