import type { Contract, Schema } from '@ax-cloud/channel-spec/contract';
import { resolvePointer } from '@ax-cloud/channel-spec/expression';

/** A schema of the contract with its own `$ref` resolved, as far as cases are derived from it. */
export interface ResolvedSchema {
  type?: string;
  enum?: string[];
  required?: string[];
  properties?: Record<string, Schema>;
}

/** Follows a schema's `$ref`; what stands beside the reference adds to it (JSON Schema 2020-12). */
export function resolveSchema(contract: Contract, schema: Schema): ResolvedSchema {
  const { $ref, ...beside } = schema;
  if (typeof $ref !== 'string') return schema;
  const target = resolvePointer(contract.document, $ref) as Schema;
  return { ...resolveSchema(contract, target), ...beside };
}

/** The types of JSON values, each with a value of that type. */
export const JSON_VALUES = {
  null: null,
  boolean: true,
  number: 1,
  string: 'text',
  array: ['text'],
  object: { key: 'text' },
} as const;

export type JsonType = keyof typeof JSON_VALUES;
