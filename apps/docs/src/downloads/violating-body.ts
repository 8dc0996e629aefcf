import type { Contract } from '@ax-cloud/contract/contract';
import { exampleBody } from '@ax-cloud/contract/request-body';
import type { ResolvedSchema } from '@ax-cloud/contract/schema';
import { allowsBody } from '@ax-cloud/contract/schema-check';

/** A body that the contract does not allow. */
export interface ViolatingBody {
  text: string;
  /** Whether it breaks the contract in the way that was asked for, so that the response names the same fields. */
  exact: boolean;
}

/** A value that breaks a keyword of a field. */
const BREAKING: Readonly<Record<string, (schema: ResolvedSchema) => unknown>> = {
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

/**
 * Makes a body that breaks the contract.
 *
 * @param violation a kind of `x-violation`
 * @param names the fields that the documented response names, which are broken first
 */
export function violatingBody(
  contract: Contract,
  violation: string,
  names: readonly string[],
): ViolatingBody {
  if (violation === 'syntax') return { text: '{', exact: true };
  const example = exampleBody(contract);
  const { fields } = contract.request;
  const named = [...fields].sort((a, b) => Number(names.includes(b.name)) - Number(names.includes(a.name)));
  const bodies =
    violation === 'required'
      ? [
          Object.fromEntries(
            fields.flatMap(({ name, required }) => (required ? [] : [[name, example[name]]])),
          ),
        ]
      : named
          .filter(({ schema }) => violation === 'type' || violation in schema)
          .map(({ name, schema }) => ({ ...example, [name]: BREAKING[violation]?.(schema) }));
  const broken = bodies.find((body) => !allowsBody(contract, JSON.parse(JSON.stringify(body))));
  // No field can be broken so: a list in place of the body is refused in any case.
  return { text: JSON.stringify(broken ?? [], null, 2), exact: broken !== undefined };
}
