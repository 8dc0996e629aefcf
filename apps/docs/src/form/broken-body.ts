import type { Contract, Field } from '@ax-cloud/contract/contract';
import type { DocumentedExample } from '@ax-cloud/contract/refusals';
import { exampleBody, without } from '@ax-cloud/contract/request-body';
import { allowsBody } from '@ax-cloud/contract/schema-check';

/** Values of every type and of some lengths and sizes, among which one is wrong for almost every field. */
const CANDIDATES: readonly unknown[] = ['unknown', '', [], {}, 0, -1, 1e9, 0.5, true, null, 'x'.repeat(5000)];

/**
 * Breaks the first example of the request in the way that an example of a refusal shows: in the fields that it names, by the
 * violation that it has (`x-violation`).
 *
 * @returns the text of the body; undefined where the example names no field, or no value breaks one so
 */
export function brokenBody(contract: Contract, { violation, value }: DocumentedExample): string | undefined {
  if (violation === 'syntax') return '{';
  const named = contract.request.fields.filter(({ name }) => name in Object(value));
  const valid = exampleBody(contract);
  let body = valid;
  for (const field of named) {
    const rest = without(body, field.name);
    const wrong = violation === 'required' ? undefined : wrongValue(contract, field, violation === 'type');
    if (violation !== 'required' && wrong === undefined) return undefined;
    body = wrong === undefined ? rest : { ...rest, [field.name]: wrong };
  }
  return named.length === 0 || allowsBody(contract, body) ? undefined : JSON.stringify(body, null, 2);
}

/** A value that the contract does not allow: of another type, or of the right one. */
function wrongValue(contract: Contract, { name, schema }: Field, ofAnotherType: boolean): unknown {
  const types = [schema.type ?? []].flat();
  const body = without(exampleBody(contract), name);
  return CANDIDATES.find(
    (value) => isOf(types, value) !== ofAnotherType && !allowsBody(contract, { ...body, [name]: value }),
  );
}

/** Whether a value has one of the types of JSON Schema. */
function isOf(types: readonly string[], value: unknown): boolean {
  if (value === null) return types.includes('null');
  if (Array.isArray(value)) return types.includes('array');
  return types.includes(typeof value) || (types.includes('integer') && Number.isInteger(value));
}
