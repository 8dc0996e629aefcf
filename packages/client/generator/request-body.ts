import type { Contract, Field } from '@ax-cloud/contract/contract';
import { otherFields, statusFields } from '@ax-cloud/contract/request-body';
import { condition, type Guards } from './condition.ts';
import { literal, member, property } from './literal.ts';
import { rule } from './rule.ts';
import { nameOf } from './schema-name.ts';

/** The fields of a cancel, the rules for them, and the body built from them, as a part of a module. */
export function requestBody(contract: Contract, guard: Guards): string {
  const { request } = contract;
  const body = `components['schemas']['${nameOf(request.schema)}']`;
  const statuses = statusFields(contract);
  const others = otherFields(contract);
  const values = [
    ...statuses.map(({ name }) => `${property(name)}: input.status`),
    ...others.map((field) => `${property(field.name)}: ${sentValue(field)}`),
  ];
  return [
    '/** What a cancel can carry beside its status. */',
    `export interface OtherFields {\n${others.map((field) => inputField(contract, body, field)).join('')}}\n`,
    '/** The rules for these fields. */',
    `export const FIELDS: readonly Rule[] = [\n${others.map((field) => fieldRule(contract, field, guard)).join('')}];\n`,
    '/** The body of a cancel: every status in it is the same. */',
    `export type CancelBody = ${body} & {${statuses.map(({ name }) => ` ${property(name)}: CancelStatus;`).join('')} };\n`,
    '/** Puts the status into every field that takes it. An undefined value is not sent. */',
    `export const bodyOf = (input: { status: CancelStatus } & OtherFields): CancelBody =>\n  ({ ${values.join(', ')} }) as CancelBody;\n`,
  ].join('\n');
}

function inputField(contract: Contract, body: string, { name, required }: Field): string {
  const { description } = propertySchema(contract, name) as { description?: string };
  const comment =
    description === undefined
      ? ''
      : `  /** ${description.trim().replace(/\s+/g, ' ').replaceAll('*/', '*\\/')} */\n`;
  const type = `${body}[${literal(name)}]`;
  return `${comment}  ${property(name)}${required ? '' : '?'}: ${type}${required ? '' : ' | null | undefined'};\n`;
}

/** The value may be personal, so no message shows it. */
function fieldRule(contract: Contract, { name, required, schema }: Field, guard: Guards): string {
  // A lone surrogate has no UTF-8 form.
  const hasText = schema.enum === undefined && /string|array/.test(String(schema.type));
  const wanted = `${rule(schema)}${hasText ? ' without lone surrogates' : ''}${required ? '' : ', or leave it out'}`;
  const valid = [
    condition(propertySchema(contract, name), 'value', guard),
    ...(hasText ? [`!/\\p{Cs}/u.test(${schema.type === 'string' ? 'value' : 'String(value)'})`] : []),
  ].join(' && ');
  const isValid = `(value: unknown) => ${required ? valid : `value == null || (${valid})`}`;
  return `  [${literal(name)}, ${literal(wanted)}, ${isValid}, true],\n`;
}

/** A database has `null` for a missing value. It is left out, unless the contract takes `null`. */
function sentValue({ name, required, schema }: Field): string {
  const isValue = required || [schema.type].flat().includes('null');
  return `input${member(name)}${isValue ? '' : ' ?? undefined'}`;
}

/** The schema of a field as the contract writes it, with its `$ref`. */
function propertySchema({ document, request }: Contract, name: string): Readonly<Record<string, unknown>> {
  const schemas = (
    document.components as { schemas: Record<string, { properties?: Record<string, object> }> }
  ).schemas;
  return (schemas[nameOf(request.schema)]?.properties?.[name] ?? {}) as Readonly<Record<string, unknown>>;
}
