import type { Contract } from '@ax-cloud/contract/contract';
import { uncancelledStatus } from '@ax-cloud/contract/contract';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { createWording, type ViolationKind } from '@ax-cloud/contract/messages';
import { readOrderCodeForm, readOtherCodes } from '@ax-cloud/contract/order-code-form';
import { orderFields } from '@ax-cloud/contract/order-fields';
import { type DocumentedExample, type Refusals, readRefusals } from '@ax-cloud/contract/refusals';
import { statusFields } from '@ax-cloud/contract/request-body';
import { type ResolvedSchema, resolveSchema, type Schema } from '@ax-cloud/contract/schema';
import { condition, type Guards } from './condition.ts';
import { createGuards } from './guards.ts';
import { literal } from './literal.ts';

/** The contract as the mock fetch needs it: refusals, successes, and a message for each violation, as the text of a module. */
export function mockModule(contract: Contract): string {
  const guards = createGuards(contract);
  const refusals = readRefusals(contract);
  const form = readOrderCodeForm(contract);
  const parameters = [...contract.headers, ...contract.query].map(({ in: place, name, required, schema }) =>
    part(contract, { in: place, name, required, schema }, guards.guard),
  );
  const fields = contract.request.fields.map(({ name, required }) =>
    part(contract, { in: 'field', name, required, schema: fieldSchema(contract, name) }, guards.guard),
  );
  const { additionalProperties } = resolveSchema(contract.document, contract.request.schema);
  const word = createWording(contract);
  const allowed = condition(contract.orderCode.schema, 'value', guards.guard);
  const text = [
    `export const REFUSALS: Refusals = ${literal(trimmed(refusals))};\n`,
    '/** The successes, each for the statuses of a request. */',
    `export const SUCCESSES: readonly Success[] = ${literal(successes(contract))};\n`,
    '/** The fields of the order that repeat a status, and the status of an order that is not cancelled. */',
    `export const STATUS_ECHOES: readonly string[] = ${literal(orderFields(contract).statuses.map(({ order }) => order))};`,
    `export const UNCANCELLED = ${literal(uncancelledStatus(contract))};\n`,
    '/** The type of an order code, and whether the contract allows a value of that type. */',
    `export const CODE_TYPE: string = ${literal([resolveSchema(contract.document, contract.orderCode.schema).type ?? 'string'].flat()[0])};`,
    `export const allowsCode = (value: unknown): boolean => ${allowed};\n`,
    '/** The form of the order codes, and the response to one of another form. */',
    `export const CODE_FORM: { pattern: RegExp; refusal: Refusal } | undefined = ${
      form === undefined
        ? 'undefined'
        : `{ pattern: ${form.pattern}, refusal: ${literal(trim(form.refusal))} }`
    };\n`,
    "/** The other codes of the example order, in lower case, such as the channel's own. */",
    `export const OTHER_CODES: readonly string[] = ${literal([...readOtherCodes(contract).keys()])};\n`,
    '/** The form of the response to an invalid request. */',
    `export const INVALID_FORM: InvalidRequestForm = ${literal(invalidRequestForm(contract))};\n`,
    '/** The messages about the body as a whole, and about an unknown field if the contract allows none. */',
    `export const NULL_BODY = ${literal(word('nullBody', {}))};`,
    `export const NOT_AN_OBJECT = ${literal(word('object', {}))};`,
    `export const UNKNOWN_FIELD: string | undefined = ${additionalProperties === false ? literal(word('unknown', {})) : 'undefined'};\n`,
    '/** The parameters and the fields of the request, with what each must be. */',
    `export const PARTS: readonly RequestPart[] = [\n${[...parameters, ...fields].join('')}];\n`,
  ].join('\n');
  return [
    "import type { InvalidRequestForm } from '@ax-cloud/contract/invalid-request';",
    "import type { ViolationKind } from '@ax-cloud/contract/messages';",
    ...(guards.text().includes("components['schemas']")
      ? ["import type { components } from './openapi.d.ts';"]
      : []),
    TYPES,
    guards.text(),
    text,
  ].join('\n');
}

const TYPES = `
/** A documented refusal, and the request values that provoke it: runtime expression → value. */
export interface Refusal {
  status: number;
  provokedBy: Readonly<Record<string, string>>;
  value: unknown;
}

/** The documented refusals, by what causes them. */
export interface Refusals {
  missingKey: Refusal;
  wrongKey: readonly [Refusal, ...Refusal[]];
  order: readonly [Refusal, ...Refusal[]];
  parameter: readonly Refusal[];
  unreadable: Refusal;
}

/** An example of a success, and the statuses of the request that it belongs to. */
export interface Success {
  statuses: Readonly<Record<string, unknown>>;
  body: object;
}

/** A parameter or a field of the request. */
export interface RequestPart {
  in: 'header' | 'query' | 'field';
  name: string;
  /** The message when it is missing; undefined for an optional part. */
  missing: string | undefined;
  /** The type as which the text of a parameter is parsed. */
  type: string;
  nullable: boolean;
  /** In the order in which they are checked; only the first broken one is reported. */
  rules: readonly { kind: ViolationKind; message: string; valid: (value: unknown) => boolean }[];
}
`;

interface Part {
  in: 'path' | 'header' | 'query' | 'field';
  name: string;
  required: boolean;
  schema: Schema;
}

/** The keywords in the order in which they are checked, one message each. */
const KINDS: readonly ViolationKind[] = [
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
];

function part(contract: Contract, { in: place, name, required, schema }: Part, guard: Guards): string {
  const word = createWording(contract);
  const resolved = resolveSchema(contract.document, schema);
  const types = [resolved.type ?? 'string'].flat();
  const nullable = types.includes('null');
  const [type = 'string'] = types.filter((one) => one !== 'null');
  const rules: [ViolationKind, string][] = [];
  if (!nullable) rules.push(['null', 'value !== null']);
  if (resolved.enum === undefined) rules.push(['type', condition({ type }, 'value', guard)]);
  else rules.push(['enum', condition({ type, enum: resolved.enum }, 'value', guard)]);
  if ((resolved.minLength ?? 0) > 0) rules.push(['blank', "value !== ''"]);
  for (const kind of KINDS) {
    if (kind in resolved)
      rules.push([kind, condition({ type, [kind]: resolved[kind as keyof ResolvedSchema] }, 'value', guard)]);
  }
  // Whatever else is wrong lies deeper: an item of a list, a field of an object.
  if (type === 'array' || type === 'object') rules.push(['type', condition(schema, 'value', guard)]);
  const written = rules.map(
    ([kind, valid]) =>
      `    { kind: '${kind}', message: ${literal(word(kind, resolved))}, valid: (value) => ${valid} },\n`,
  );
  const missing = required ? literal(word('required', resolved)) : 'undefined';
  return `  { in: '${place}', name: ${literal(name)}, missing: ${missing}, type: '${type}', nullable: ${nullable}, rules: [\n${written.join('')}  ] },\n`;
}

function fieldSchema(contract: Contract, name: string): Schema {
  return resolveSchema(contract.document, contract.request.schema).properties?.[name] ?? {};
}

function successes(contract: Contract): object[] {
  const { success, request } = contract;
  const fields = statusFields(contract).map(({ name }) => name);
  return Object.entries(success.examples).map(([name, { value }]) => {
    const body = Object(request.examples[name]?.value) as Record<string, unknown>;
    return { statuses: Object.fromEntries(fields.map((field) => [field, body[field]])), body: value };
  });
}

/** Keeps only what the mock fetch needs. */
function trim({ status, provokedBy, value }: DocumentedExample): object {
  return { status, provokedBy, value };
}

function trimmed({ missingKey, wrongKey, order, parameter, unreadable }: Refusals): object {
  return {
    missingKey: trim(missingKey),
    wrongKey: wrongKey.map(trim),
    order: order.map(trim),
    parameter: parameter.map(trim),
    unreadable: trim(unreadable),
  };
}
