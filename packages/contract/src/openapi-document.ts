import { METHODS } from '@ax-cloud/channel-spec/methods';
import type { Echoes } from './echo.ts';
import type { Parameter } from './operation-parts.ts';
import type { Schema } from './schema.ts';

/** An example, as a document has it. */
export interface RawExample {
  summary: string;
  description: string;
  value: unknown;
  'x-provoked-by'?: Record<string, string>;
  'x-violation'?: string;
}

/** A request or a response with a body, as a document has it. */
export interface RawContent {
  content: { 'application/json': { schema: Schema; examples: Record<string, RawExample> } };
}

/** A response, as a document has it. */
export interface RawResponse extends RawContent {
  description: string;
  'x-order'?: string;
  'x-echoes'?: Echoes;
}

/** A parameter, as a document has it. */
export type RawParameter = Omit<Parameter, 'required'> & { required?: boolean };

/** The operation, as a document has it. */
export interface RawOperation {
  parameters?: RawParameter[];
  requestBody: RawContent;
  responses: Record<string, RawResponse>;
}

/** The parts of a bundled document that `readContract` relies on, all guaranteed by the lint rules. */
export interface OpenApiDocument {
  info: { version: string };
  servers: { url: string; description: string; 'x-environment': string }[];
  paths: Record<string, Record<string, RawOperation>>;
}

/** The one operation of a document. Every part derives from it, so a second one would be left out without a word. */
export function onlyOperation({ paths }: OpenApiDocument): {
  path: string;
  method: string;
  operation: RawOperation;
} {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(([method, operation]) => ({ path, method, operation })),
  );
  const [only, ...others] = operations;
  if (only !== undefined && others.length === 0) return only;
  throw new Error(`The contract has ${operations.length} operations under "paths". Write exactly one.`);
}
