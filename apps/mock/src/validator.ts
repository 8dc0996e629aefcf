import type { IHttpRequest, PrismHttpComponents } from '@stoplight/prism-http';
import { validateInput } from '@stoplight/prism-http/dist/validator/index.js';
import validators from '@stoplight/prism-http/dist/validator/validators/index.js';
import { ValidationContext } from '@stoplight/prism-http/dist/validator/validators/types.js';

/** Prism's description of an operation. */
export type PrismOperation = Parameters<PrismHttpComponents['validateInput']>[0]['resource'];

/** One thing that Prism has to say about a request. */
export type Diagnostic = { path?: string[]; code?: string | number; message: string };

/**
 * Makes Prism's own validation of an operation's requests, in two calls in place of one: what is in the body, the
 * headers and the query, and what is in the path. In one call, Prism compiles the path's template for each request.
 *
 * @returns gives what is wrong with a request, whose path parameters are decoded already; empty when it is valid
 */
export function createValidator(
  operation: PrismOperation,
): (request: IHttpRequest, parameters: Readonly<Record<string, string>>) => readonly Diagnostic[] {
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

  return (element, parameters) => [
    ...wrong(validateInput({ resource: withoutPath, element })),
    ...wrong(validators.validatePath(parameters, path, ValidationContext.Input, bundle)),
  ];
}

function wrong(
  verdict: { _tag: 'Left'; left: readonly Diagnostic[] } | { _tag: 'Right' },
): readonly Diagnostic[] {
  return verdict._tag === 'Left' ? verdict.left : [];
}
