import type { Contract, Schema } from './contract.ts';
import { resolvePointer } from './expression.ts';

/** A schema of the contract with its own `$ref` resolved, as far as its readers derive something from it. */
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
