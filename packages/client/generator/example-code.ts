import type { Contract, Field, Parameter } from '@ax-cloud/contract/contract';
import { property } from './literal.ts';

const MAX_WIDTH = 110;

/** Indents code. */
export function indent(width: number, code: string): string {
  return code.replaceAll(/^/gm, ' '.repeat(width));
}

/** Makes the client with these options and with what the contract demands of every request. */
export function clientWith(contract: Contract, options: readonly string[]): string {
  const demanded = (['headers', 'query'] as const).flatMap((option) => {
    const values = contract[option].filter(({ required }) => required).map(entry);
    return values.length === 0 ? [] : [`${option}: { ${values.join(', ')} }`];
  });
  const all = [...options, ...demanded];
  const line = `const channel = createChannelClient({ ${all.join(', ')} });`;
  if (line.length <= MAX_WIDTH) return line;
  return `const channel = createChannelClient({\n${all.map((option) => `  ${option},\n`).join('')}});`;
}

function entry({ name, example }: Parameter): string {
  return `${property(name)}: ${typeof example === 'string' ? quote(example) : example}`;
}

/** The smallest input of a call. */
export function input(contract: Contract, status: string): string {
  const required = fieldsOf(contract, (field) => field.required);
  return `{ ${[`status: ${quote(status)}`, ...required].join(', ')} }`;
}

/** The fields beside the status, with the values of the contract's first example. */
export function fieldsOf({ request }: Contract, isWanted: (field: Field) => boolean): string[] {
  const values = Object(Object.values(request.examples)[0]?.value) as Record<string, unknown>;
  return request.fields
    .filter((field) => field.cancels === undefined && field.name in values && isWanted(field))
    .map(({ name }) => {
      const value = values[name];
      return `${property(name)}: ${typeof value === 'string' ? quote(value) : JSON.stringify(value)}`;
    });
}

/** A text in single quotes, as the code of this repository has them. */
export function quote(text: unknown): string {
  const inside = JSON.stringify(String(text)).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside}'`;
}
