import type { Contract } from '@ax-cloud/contract/contract';
import { type ResolvedSchema, resolveSchema, type Schema } from '@ax-cloud/contract/schema';
import { findMisformatted, namesFormat, schemaBelow } from './formats.ts';
import {
  type IHttpRequest,
  type PrismHttpComponents,
  ValidationContext,
  validateInput,
  validators,
} from './prism.ts';
import { type CheckedRequest, type Diagnostic, toViolation, type Violation } from './violation.ts';

/** Prism's description of an operation. */
export type PrismOperation = Parameters<PrismHttpComponents['validateInput']>[0]['resource'];

/** Checks requests against the contract's schemas. */
export interface Validator {
  /** What is wrong with the body and the declared parameters; empty when everything is valid. */
  findViolations(request: CheckedRequest): Violation[];
  /** Whether the schema allows a decoded order code. */
  allowsOrderCode(code: string): boolean;
}

const JSON_TYPE = 'application/json';

/**
 * Validates an operation's requests with Prism in two calls: body, headers and query, and separately the path. In a single call,
 * Prism would compile the path's template for each request.
 */
export function createValidator(contract: Contract, operation: PrismOperation): Validator {
  const { document, orderCode } = contract;
  const { path = [], headers = [], query = [], cookie: _, ...rest } = operation.request ?? {};
  const withoutPath: PrismOperation = {
    ...operation,
    request: {
      ...rest,
      ...(headers.length > 0 ? { headers } : {}),
      ...(query.length > 0 ? { query } : {}),
    },
  };
  const bundle: unknown = '__bundled__' in operation ? operation.__bundled__ : undefined;
  const bodySchema = resolveSchema(document, contract.request.schema);
  const bodyHasFormats = namesFormat(document, contract.request.schema);

  function findFormatViolations({ headers: sent, query: asked, body }: CheckedRequest): Violation[] {
    return [
      ...contract.headers.map(
        ({ name, schema }) => ['header', name, schema, sent[name.toLowerCase()]] as const,
      ),
      ...contract.query.map(({ name, schema }) => ['query', name, schema, asked[name]] as const),
      ...(bodyHasFormats ? fieldsOf(bodySchema, body) : []),
    ].flatMap(([place, name, schema, value]) =>
      findMisformatted(document, schema, value).map((found) => ({
        in: place,
        name,
        keyword: 'format',
        value: found.text,
        schema: found.schema,
      })),
    );
  }

  return {
    findViolations(request) {
      // Prism treats null as an absent body.
      if (request.body === null) return [{ in: 'body', name: '', keyword: 'type', value: null, schema: {} }];
      const element: IHttpRequest = {
        method: operation.method as IHttpRequest['method'],
        url: { path: contract.path, query: request.query },
        headers: { ...request.headers, 'content-type': JSON_TYPE },
        body: request.body,
      };
      const diagnostics = errorsOf(validateInput({ resource: withoutPath, element }));
      return [
        ...diagnostics.map((diagnostic) => toViolation(contract, request, diagnostic)),
        ...findFormatViolations(request),
      ];
    },
    allowsOrderCode(code) {
      const verdict = validators.validatePath(
        { [orderCode.name]: code },
        path,
        ValidationContext.Input,
        bundle,
      );
      return (
        errorsOf(verdict).length === 0 && findMisformatted(document, orderCode.schema, code).length === 0
      );
    },
  };
}

/** The fields of a body that the contract has schemas for. */
function fieldsOf(schema: ResolvedSchema, body: unknown): ['field', string, Schema, unknown][] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.entries(body).flatMap(([name, value]): ['field', string, Schema, unknown][] => {
    const below = schemaBelow(schema, name, false);
    return below === undefined ? [] : [['field', name, below, value]];
  });
}

/** Prism's errors, except those about formats. A deprecated parameter is not an error. */
function errorsOf(
  verdict: { _tag: 'Left'; left: readonly Diagnostic[] } | { _tag: 'Right' },
): readonly Diagnostic[] {
  if (verdict._tag === 'Right') return [];
  return verdict.left.filter(({ code }) => code !== 'deprecated' && code !== 'format');
}
