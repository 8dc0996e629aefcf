import type { Contract, Field } from '@ax-cloud/contract/contract';
import { type Body, exampleBody, without } from '@ax-cloud/contract/request-body';
import type { ResolvedSchema } from '@ax-cloud/contract/schema';
import { allowsBody } from '@ax-cloud/contract/schema-check';

/** For each keyword, a value that breaks it. */
const BREAKING: Readonly<Record<string, (schema: ResolvedSchema) => unknown>> = {
  required: () => undefined,
  type: ({ type }) => ([type].flat().includes('array') ? {} : ['not one value']),
  enum: ({ type }) => ([type].flat().includes('string') ? 'no such value' : -1),
  minLength: ({ minLength = 0 }) => 'x'.repeat(Math.max(minLength - 1, 0)),
  maxLength: ({ maxLength = 0 }) => 'x'.repeat(maxLength + 1),
  pattern: () => '!',
  format: () => '!',
  minimum: ({ minimum = 0 }) => minimum - 1,
  maximum: ({ maximum = 0 }) => maximum + 1,
  minItems: () => [],
  maxItems: ({ maxItems = 0, examples = [] }) =>
    Array.from({ length: maxItems + 1 }, () => Object(examples[0])[0] ?? 'x'),
};

/** The violations that every field can have. */
const OF_EVERY_FIELD: readonly string[] = ['required', 'type'];

/**
 * Makes the first example of the request invalid in the way that the example of a refusal shows.
 *
 * @param violation a kind of `x-violation`
 * @param names the fields that the response names; each is made invalid. Without names, the first field that can have the violation
 * @returns the text of the body; undefined when no field can have the violation
 */
export function invalidBody(
  contract: Contract,
  violation: string,
  names: readonly string[],
): string | undefined {
  if (violation === 'syntax') return '{';
  const { fields } = contract.request;
  const named = fields.filter(({ name }) => names.includes(name));
  const choices = named.length > 0 ? [named] : fields.map((field) => [field]);
  const broken = choices.map((chosen) => breakAll(contract, violation, chosen)).find(Boolean);
  return broken && JSON.stringify(broken, null, 2);
}

/** The example with a violation in each field; undefined when one of the fields cannot have it. */
function breakAll(contract: Contract, violation: string, fields: readonly Field[]): Body | undefined {
  const valid = exampleBody(contract);
  const put = (body: Body, { name, schema }: Field): Body => {
    const value = BREAKING[violation]?.(schema);
    return value === undefined ? without(body, name) : { ...body, [name]: value };
  };
  const breaks = (field: Field) =>
    (OF_EVERY_FIELD.includes(violation) || violation in field.schema) &&
    !allowsBody(contract, put(valid, field));
  return fields.every(breaks) ? fields.reduce(put, valid) : undefined;
}
