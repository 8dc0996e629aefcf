import type { Contract } from '@ax-cloud/contract/contract';
import { type ResolvedSchema, resolveSchema, type Schema } from '@ax-cloud/contract/schema';
import { schemaBelow } from './formats.ts';

/** The parts of a request that the contract has schemas for. */
export interface CheckedRequest {
  /** The declared headers that were sent, by lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** The declared query parameters that were sent; a list where one was sent more than once. */
  query: Readonly<Record<string, string | string[]>>;
  /** The parsed body. */
  body: unknown;
}

/** One way in which a request breaks a schema of the contract. */
export interface Violation {
  in: 'field' | 'body' | 'header' | 'query';
  /** The field at the top of the body, or the parameter; empty for the body as a whole. */
  name: string;
  /** The JSON Schema keyword that is broken. */
  keyword: string;
  /** The value that breaks it, at any depth inside the field; undefined when something is missing. */
  value: unknown;
  /** The schema that is broken. */
  schema: ResolvedSchema;
}

/** One diagnostic of Prism about a request. */
export type Diagnostic = { path?: string[]; code?: string | number; message: string };

/** Finds the part of the request and of the contract that a diagnostic of Prism is about. */
export function toViolation(contract: Contract, request: CheckedRequest, diagnostic: Diagnostic): Violation {
  const { code, message } = diagnostic;
  const [place = 'body', ...path] = (diagnostic.path ?? []).map(unescapeStep);
  // Prism reports a missing or unknown field at its object, and names it only in the message.
  const [, named] = /(?:required property|; found) '([\s\S]*)'$/.exec(message) ?? [];
  if (named !== undefined) path.push(named);
  const [first] = path;
  const keyword = String(code);
  const schemaOf = (schema: Schema) => resolveSchema(contract.document, schema);

  if (place === 'header' || place === 'query') {
    // Prism writes the names of parameters in lower case.
    const parameters = place === 'header' ? contract.headers : contract.query;
    const parameter = parameters.find(({ name }) => name.toLowerCase() === first);
    const name = parameter?.name ?? first ?? '';
    const value = place === 'header' ? request.headers[name.toLowerCase()] : request.query[name];
    return { in: place, name, keyword, value, schema: schemaOf(parameter?.schema ?? {}) };
  }
  if (first === undefined) return { in: 'body', name: '', keyword, value: request.body, schema: {} };
  let { schema } = contract.request;
  let value: unknown = request.body;
  for (const key of path) {
    schema = schemaBelow(schemaOf(schema), key, Array.isArray(value)) ?? {};
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined;
  }
  return { in: 'field', name: first, keyword, value, schema: schemaOf(schema) };
}

/** A step of a JSON pointer. */
function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
