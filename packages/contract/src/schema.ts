import { resolvePointer } from './expression.ts';

export { FORMATS, KEYWORDS } from '@ax-cloud/channel-spec/keywords';

/** A JSON Schema of the contract; its `$ref`s point into the bundled document. */
export type Schema = Readonly<Record<string, unknown>>;

/** A schema of the contract with its own `$ref` resolved, in the keywords that the lint rules allow. */
export interface ResolvedSchema {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  examples?: readonly unknown[];
  /** The values of an order's status that are cancels; only a field that takes the status has it. */
  'x-cancels'?: readonly string[];
}

/** A field of the request's body. */
export interface Field {
  /** Its name on the wire. */
  name: string;
  required: boolean;
  schema: ResolvedSchema;
  /** The values that are cancels, where the field takes the status (`x-cancels`). */
  cancels: readonly string[] | undefined;
}

/** Follows a schema's `$ref`; what stands beside the reference adds to it (JSON Schema 2020-12). */
export function resolveSchema(document: unknown, schema: Schema): ResolvedSchema {
  const { $ref, ...beside } = schema;
  if (typeof $ref !== 'string') return schema;
  const target = resolvePointer(document, $ref);
  if (target === undefined)
    throw new Error(`The contract has no schema at ${$ref}. Add it, or correct the $ref.`);
  return { ...resolveSchema(document, target as Schema), ...beside };
}

/** The fields of an object's schema, in its order. */
export function readFields(document: unknown, schema: Schema): Field[] {
  const { properties = {}, required = [] } = resolveSchema(document, schema);
  return Object.entries(properties).map(([name, property]) => {
    const resolved = resolveSchema(document, property);
    return { name, required: required.includes(name), schema: resolved, cancels: resolved['x-cancels'] };
  });
}
