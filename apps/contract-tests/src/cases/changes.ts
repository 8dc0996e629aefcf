import { type Contract, uncancelledStatus } from '@ax-cloud/contract/contract';
import { provokingCode, readOrderCodeForm } from '@ax-cloud/contract/order-code-form';
import {
  type Body,
  bareExample,
  exampleBody,
  fieldIn,
  NO_STATUS,
  otherExample,
  otherKind,
  SAMPLE_RUN_ID,
  statusFields,
  taggedBody,
  textField,
  undeclaredField,
  without,
  withStatus,
  withText,
} from '../contract/bodies.ts';
import { allowsBody } from '../contract/schema-check.ts';
import { schemeOf } from '../contract/statuses.ts';
import type { Change } from '../http/message.ts';
import type { CaseContext } from './case.ts';
import { fillIn, fillInShell, type Values } from './edits.ts';
import { fillPath } from './request.ts';

/** What of a valid request a row changes. Texts may hold placeholders: `{key}`, `{code|upper-case}`, `{2000×a}`. */
export interface RowChange {
  authorization?: string | null;
  code?: string;
  path?: string;
  query?: string;
  method?: string;
  headers?: Record<string, string | null>;
  /** The body that is changed, in place of a short cancel. */
  base?: 'example' | 'second' | 'bare' | 'other' | 'other-if-any' | 'established';
  body?: unknown;
  bodyless?: boolean;
  set?: Record<string, unknown>;
  /** The value of all statuses. */
  statuses?: string;
  /** The field that is left out; `without` leaves out the field of the group's `for`. */
  omit?: string;
  without?: boolean;
  /** The value of the field of the group's `for`. */
  value?: unknown;
  /** How its name is changed. */
  rename?: string;
  /** The body as it goes out; `{marked}` is a cancel whose text is that of `marked`, not escaped. */
  raw?: string;
  marked?: string;
  encoding?: 'latin1' | 'utf16le';
}

/** What of a run a change is made from. */
type ChangeContext = Pick<
  CaseContext,
  'contract' | 'written' | 'orderCode' | 'apiKey' | 'invalidApiKey' | 'runId' | 'established'
>;

/** A code of another form than the page's, where the contract shows none. */
const MALFORMED = 'not-a-uuid';
/** More than a person writes, in characters. The page names no limit; where the contract has one, that counts. */
const LONGEST = 5000;

/** What a change is made from where no server is asked yet. */
export function sampleContext(contract: Contract): ChangeContext {
  const orderCode = String(contract.orderCode.example);
  const apiKey = 'Sample-Key-0123456789';
  const runId = SAMPLE_RUN_ID;
  return {
    contract,
    written: contract,
    orderCode,
    apiKey,
    invalidApiKey: 'invalid',
    runId,
    established: undefined,
  };
}

/** The words of a contract that titles, ids and requests may hold. */
export function wordsOf(contract: Contract, field: string): Values {
  const statuses = statusFields(contract).map(({ name }) => name);
  return {
    field,
    scheme: schemeOf(contract),
    method: contract.method,
    second: Object.keys(contract.request.examples)[1] ?? 'other',
    'first-status': statuses[0],
    'last-status': statuses.at(-1),
    extra: undeclaredField(contract),
    uncancelled: uncancelledStatus(contract) || 'New',
    'no-status': NO_STATUS,
    limit: longest(contract).toLocaleString('en-US'),
  };
}

/** Makes the change of a row; undefined where the contract has not what it changes. */
export function changeOf(row: RowChange, context: ChangeContext, field: string): Change | undefined {
  const { contract, orderCode, runId } = context;
  const values: Values = {
    ...wordsOf(contract, field),
    key: context.apiKey,
    'invalid-key': context.invalidApiKey,
    code: encodeURIComponent(orderCode),
    order: orderCode,
    path: fillPath(contract, encodeURIComponent(orderCode)),
    parent: contract.path.split(`{${contract.orderCode.name}}`)[0]?.split('/').at(-2) ?? '',
    malformed: malformedCode(contract),
    run: runId,
  };
  const fill = (text: string) => fillIn(text, values);
  const body = bodyOf(row, context, field, values);
  if (body === undefined) return undefined;
  const raw = row.raw === undefined ? undefined : rawOf(row, context, values, body.value);
  if (row.raw !== undefined && raw === undefined) return undefined;
  const { authorization, code, path, query, method } = row;
  return {
    ...(authorization === undefined
      ? {}
      : {
          credential: {
            value: authorization === null ? undefined : fill(authorization),
            shell: authorization === null ? undefined : fillInShell(authorization, values),
          },
        }),
    ...(code === undefined ? {} : { rawCode: fill(code) }),
    ...(path === undefined ? {} : { alterPath: (whole: string) => fillIn(path, { path: whole }) }),
    ...(query === undefined ? {} : { query: fill(query) }),
    ...(method === undefined ? {} : { method }),
    headers: Object.fromEntries(
      Object.entries(row.headers ?? {}).map(([name, value]) => [
        fill(name),
        value === null ? undefined : fill(value),
      ]),
    ),
    body: row.bodyless ? undefined : body.value,
    ...(raw === undefined ? {} : { raw }),
  };
}

/** The body of a row; undefined where the contract has no field, example or text for it. */
function bodyOf(
  row: RowChange,
  { contract, written, runId, established }: ChangeContext,
  field: string,
  values: Values,
): { value: unknown } | undefined {
  const bases: Readonly<Record<NonNullable<RowChange['base']>, Body | undefined>> = {
    example: exampleBody(contract),
    second: otherExample(contract),
    bare: bareExample(contract),
    other: otherKind(contract),
    'other-if-any': otherKind(contract) ?? taggedBody(contract, runId),
    established: established?.body ?? exampleBody(contract),
  };
  const base = row.base === undefined ? taggedBody(contract, runId) : bases[row.base];
  if (base === undefined) return undefined;
  if ('body' in row) return { value: row.body };
  const fill = (value: unknown): unknown => fillDeep(value, values);
  const set = Object.entries(row.set ?? {}).map(([name, value]) => [fillIn(name, values), fill(value)]);
  const whole: Body = { ...base, ...Object.fromEntries(set) };
  if (row.statuses !== undefined) {
    const changed = withStatus(contract, whole, fillIn(row.statuses, values));
    // The body of the first cancel may have a status that the reading in force no longer has.
    const given = Object.entries(withStatus(written, changed, fillIn(row.statuses, values)));
    return { value: Object.fromEntries(given.filter(([name]) => name in changed)) };
  }
  if (row.omit !== undefined) {
    const omitted = fillIn(row.omit, values);
    return omitted in whole ? { value: without(whole, omitted) } : undefined;
  }
  const { value, without: leaveOut, rename } = row;
  if (value === undefined && !leaveOut && rename === undefined) return { value: whole };
  const name = fieldIn(contract, written, field);
  if (name === undefined) return undefined;
  const declared = contract.request.fields.find((one) => one.name === name)?.schema;
  const valid = String(whole[name] ?? exampleBody(contract)[name] ?? declared?.examples?.[0] ?? '');
  if (leaveOut) return { value: without(whole, name) };
  if (rename !== undefined)
    return { value: { ...without(whole, name), [fillIn(`{name|${rename}}`, { name })]: whole[name] } };
  if (JSON.stringify(value).includes('{too-long}') && declared?.maxLength === undefined) return undefined;
  const variants = ['[{run}] ', ''].map((tag) => {
    const own: Values = {
      ...values,
      value: valid,
      tag: fillIn(tag, values),
      'too-long': '가'.repeat((declared?.maxLength ?? 0) + 1),
    };
    return { ...whole, [name]: fillDeep(value, { ...own, long: filler(contract, value, own) }) };
  });
  // A text may have no room for the run's id.
  return { value: variants.find((one) => allowsBody(contract, one)) ?? variants[0] };
}

/** The letters that fill a text up to the longest. JSON Schema counts code points. */
function filler(contract: Contract, template: unknown, values: Values): string {
  if (typeof template !== 'string' || !template.includes('{long}')) return '';
  const rest = [...fillIn(template, { ...values, long: '' })].length;
  return '가'.repeat(Math.max(0, longest(contract) - rest));
}

/** The most characters that a text may have here. */
function longest(contract: Contract): number {
  return Math.min(LONGEST, textField(contract)?.schema.maxLength ?? LONGEST);
}

function rawOf(row: RowChange, { contract }: ChangeContext, values: Values, body: unknown): Change['raw'] {
  const example = exampleBody(contract);
  const text = withText(contract, example, 'TEXT');
  if (row.raw?.includes('{marked') && text === undefined) return undefined;
  const marked = JSON.stringify(text ?? {});
  const own: Values = {
    ...values,
    json: JSON.stringify(body),
    example: JSON.stringify(example),
    marked:
      row.marked === undefined ? marked : marked.replace('TEXT', () => fillIn(row.marked ?? '', values)),
  };
  const raw = fillIn(row.raw ?? '', own);
  return row.encoding === undefined ? raw : Buffer.from(raw, row.encoding);
}

function fillDeep(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return fillIn(value, values);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => fillDeep(one, values));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fillDeep(one, values)]));
}

function malformedCode(contract: Contract): string {
  const form = readOrderCodeForm(contract);
  return form === undefined ? MALFORMED : provokingCode(form.refusal);
}

/** Whether the contract allows the body of a change, as a server reads it: no body is an empty object. */
export function isAllowed(contract: Contract, { body, raw }: Change): boolean {
  if (raw === undefined) return allowsBody(contract, body);
  if (typeof raw !== 'string') return false;
  try {
    return allowsBody(contract, JSON.parse(raw === '' ? '{}' : raw));
  } catch {
    return false;
  }
}
