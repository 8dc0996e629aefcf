import type { Contract } from '@ax-cloud/contract/contract';
import {
  type Body,
  bareExample,
  exampleBody,
  fieldIn,
  otherExample,
  otherKind,
  textField,
  without,
  withStatus,
  withText,
} from '@ax-cloud/contract/request-body';
import { allowsBody } from '@ax-cloud/contract/schema-check';
import type { Change } from '../http/message.ts';
import type { CaseContext } from './case.ts';
import { fillDeep, fillIn, type Values } from './edits.ts';
import { taggedBody } from './request.ts';

/** How a row changes a valid body. */
export interface RowBody {
  /** The body to change; a short cancel when left out. */
  base?: 'example' | 'second' | 'bare' | 'other' | 'other-if-any' | 'established';
  body?: unknown;
  bodyless?: boolean;
  set?: Record<string, unknown>;
  /** One value for all statuses. */
  statuses?: string;
  /** The field to leave out. `without` leaves out the field of the group's `for`. */
  omit?: string;
  without?: boolean;
  /** The value of the field of the group's `for`. */
  value?: unknown;
  /** The edit of its name. */
  rename?: string;
  /** The body as it is sent; `{marked}` is a cancel whose text is `marked`, not escaped. */
  raw?: string;
  marked?: string;
  encoding?: 'latin1' | 'utf16le';
}

/** The parts of a case's context that a change is made from. */
export type ChangeContext = Pick<
  CaseContext,
  'contract' | 'written' | 'orderCode' | 'apiKey' | 'invalidApiKey' | 'runId' | 'established'
>;

/** More characters than a person writes. The page names no limit; a limit of the contract counts if it is lower. */
const LONGEST = 5000;

/** The body of a row; undefined when the contract has no field, example or text for it. */
export function bodyOf(
  row: RowBody,
  { contract, written, runId, established }: ChangeContext,
  field: string,
  values: Values,
): { value: unknown } | undefined {
  const bases: Readonly<Record<NonNullable<RowBody['base']>, () => Body | undefined>> = {
    example: () => exampleBody(contract),
    second: () => otherExample(contract),
    bare: () => bareExample(contract),
    other: () => otherKind(contract),
    'other-if-any': () => otherKind(contract) ?? taggedBody(contract, runId),
    established: () => established?.body ?? exampleBody(contract),
  };
  const base = row.base === undefined ? taggedBody(contract, runId) : bases[row.base]();
  if (base === undefined) return undefined;
  if ('body' in row) return { value: row.body };
  const fill = (value: unknown): unknown => fillDeep(value, values);
  const set = Object.entries(row.set ?? {}).map(([name, value]) => [fillIn(name, values), fill(value)]);
  const whole: Body = { ...base, ...Object.fromEntries(set) };
  if (row.statuses !== undefined) {
    const changed = withStatus(contract, whole, fillIn(row.statuses, values));
    // The body of the first cancel may have a status that the server's reading does not have.
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
  // The text may be too short to hold the run's id.
  return { value: variants.find((one) => allowsBody(contract, one)) ?? variants[0] };
}

/** The letters that fill a text up to the longest allowed. JSON Schema counts code points. */
function filler(contract: Contract, template: unknown, values: Values): string {
  if (typeof template !== 'string' || !template.includes('{long}')) return '';
  const rest = [...fillIn(template, { ...values, long: '' })].length;
  return '가'.repeat(Math.max(0, longest(contract) - rest));
}

/** The most characters that a text may have here. */
export function longest(contract: Contract): number {
  return Math.min(LONGEST, textField(contract)?.schema.maxLength ?? LONGEST);
}

/** The raw body of a row; undefined when it needs a text and the contract has none. */
export function rawOf(
  row: RowBody,
  { contract }: ChangeContext,
  values: Values,
  body: unknown,
): Change['raw'] {
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
