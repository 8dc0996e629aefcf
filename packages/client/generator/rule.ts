import type { ResolvedSchema } from '@ax-cloud/contract/schema';

/** Says in English what a schema allows, as it follows "must be": `a string of at most 100 characters`. */
export function rule(schema: ResolvedSchema): string {
  const types = [schema.type ?? 'string'].flat();
  const named = types.map((type) => (type === 'null' ? 'null' : ruleOf(type, schema)));
  return named.join(' or ');
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object as the contract describes it',
};

function ruleOf(type: string, schema: ResolvedSchema): string {
  const { minLength, maxLength, pattern, format, minimum, maximum, minItems, maxItems } = schema;
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(' or ');
  const limits = [
    between(minLength, maxLength, 'of', 'characters'),
    between(minItems, maxItems, 'of', 'items'),
    between(minimum, maximum, '', ''),
    pattern === undefined ? '' : `that matches ${pattern}`,
    format === undefined ? '' : `in the format ${format}`,
  ];
  return [NOUNS[type] ?? type, ...limits.filter((limit) => limit !== '')].join(' ');
}

function between(least: number | undefined, most: number | undefined, before: string, unit: string): string {
  const range =
    least !== undefined && most !== undefined
      ? `${least} to ${most}`
      : least !== undefined
        ? `at least ${least}`
        : most !== undefined
          ? `at most ${most}`
          : undefined;
  return range === undefined ? '' : [before, range, unit].filter((word) => word !== '').join(' ');
}
