import type { Contract, Parameter } from '@ax-cloud/contract/contract';
import { resolveSchema } from '@ax-cloud/contract/schema';
import { condition, type Guards } from './condition.ts';
import { literal, property } from './literal.ts';
import { rule } from './rule.ts';

const NONE = `/** The contract declares no header and no query parameter beside the key. */
export type ParameterOptions = unknown;

/** The rules for them. */
export const PARAMETERS: readonly Rule[] = [];

/** What the options add to every request. */
export const parametersOf = (_: object): { headers?: Readonly<Record<string, string>>; search?: string } => ({});
`;

const READ = `/**
 * Checks the options for headers and query parameters.
 *
 * @returns what they add to every request
 * @throws {TypeError} naming what is missing or not allowed
 */
export function parametersOf(options: {
  headers?: object | null | undefined;
  query?: object | null | undefined;
}): { headers: Readonly<Record<string, string>>; search: string } {
  const search = new URLSearchParams(read('query', QUERY, options.query)).toString();
  return { headers: read('headers', HEADERS, options.headers), search: search && \`?\${search}\` };
}

interface Declared {
  name: string;
  required: boolean;
  rule: string;
  valid: (value: unknown) => boolean;
}

function read(option: string, declared: readonly Declared[], given?: object | null): Record<string, string> {
  const values: Record<string, unknown> = { ...given };
  const unknown = Object.keys(values).find((name) => !declared.some((one) => one.name === name));
  if (unknown !== undefined) {
    const known = declared.map(({ name }) => name).join(', ') || 'none';
    throw new TypeError(\`\${option} has \${JSON.stringify(unknown)}, which the contract does not declare. It declares: \${known}.\`);
  }
  const found: Record<string, string> = {};
  for (const { name, required, rule, valid } of declared) {
    const value = values[name];
    if (!required && (value === undefined || value === null)) continue;
    // A header is one line of visible text.
    if (!valid(value) || (option === 'headers' && /[^\\x20-\\x7e]|^\\s|\\s$/.test(String(value)))) {
      throw new TypeError(\`\${option}[\${JSON.stringify(name)}] must be \${rule}.\${required ? '' : ' Correct it, or leave it out.'}\`);
    }
    found[name] = String(value);
  }
  return found;
}
`;

/** The options of `createChannelClient` for the contract's headers and query parameters, as a part of a module. */
export function parameterOptions(contract: Contract, guard: Guards): string {
  const { headers, query } = contract;
  if (headers.length + query.length === 0) return NONE;
  const options = [option('headers', 'header', headers), option('query', 'query parameter', query)];
  const rules = Object.entries({ headers, query }).flatMap(([name, { length }]) =>
    length > 0 ? [`[${literal(name)}, '', () => true]`] : [],
  );
  return [
    '/** The headers and query parameters that the contract declares. They are given once, for every request. */',
    `export interface ParameterOptions {\n${options.join('')}}\n`,
    '/** The rules for them, which only know their names: what is in them is checked when it is read. */',
    `export const PARAMETERS: readonly Rule[] = [${rules.join(', ')}];\n`,
    list(contract, 'HEADERS', headers, guard),
    list(contract, 'QUERY', query, guard),
    READ,
  ].join('\n');
}

function option(name: string, what: string, parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return '';
  const optional = parameters.every(({ required }) => !required);
  const fields = parameters.map(({ name, required, schema, description }) => {
    const comment = `    /** ${description.trim().replace(/\s+/g, ' ').replaceAll('*/', '*\\/')} */\n`;
    return `${comment}    ${property(name)}${required ? '' : '?'}: ${typeOf(schema)}${required ? '' : ' | undefined'};\n`;
  });
  return `  /** By the name of the ${what}. */\n  ${name}${optional ? '?' : ''}: {\n${fields.join('')}  }${optional ? ' | undefined' : ''};\n`;
}

function typeOf(schema: Parameter['schema']): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  const types = [schema.type].flat().map((type) => (type === 'integer' ? 'number' : String(type)));
  return types.join(' | ');
}

function list(contract: Contract, name: string, parameters: readonly Parameter[], guard: Guards): string {
  const entries = parameters.map((parameter) => {
    const said = literal(rule(resolveSchema(contract.document, parameter.schema)));
    const valid = condition(parameter.schema, 'value', guard);
    return `  { name: ${literal(parameter.name)}, required: ${parameter.required}, rule: ${said}, valid: (value) => ${valid} },\n`;
  });
  return `const ${name}: readonly Declared[] = [\n${entries.join('')}];\n`;
}
