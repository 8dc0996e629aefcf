/** The request of one exchange, as far as a runtime expression can point into it. */
export interface RequestContext {
  /** Path parameters by name, decoded. */
  path: Readonly<Record<string, string>>;
  /** Headers by lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The parsed JSON body, or undefined when there is none. */
  body: unknown;
}

/** The response of one exchange, as far as a runtime expression can point into it. */
export interface ResponseContext {
  /** The parsed JSON body, or undefined when there is none. */
  body: unknown;
}

/**
 * Evaluates one OpenAPI runtime expression (OpenAPI 3.1, section 4.8.20.4), in the forms that this contract uses:
 * `$request.path.NAME`, `$request.header.NAME`, `$request.body#/POINTER` and `$response.body#/POINTER`.
 *
 * @returns the value it points at, or undefined when nothing is there
 * @throws {SyntaxError} for any other expression, because a misspelt rule must not pass as "no value"
 */
export function evaluate(
  expression: string,
  context: { request: RequestContext; response?: ResponseContext },
): unknown {
  const [, side, part] = /^\$(request|response)\.(.+)$/.exec(expression) ?? [];
  if (side === 'response' && part?.startsWith('body#')) {
    return resolvePointer(context.response?.body, part.slice('body#'.length));
  }
  if (side === 'request' && part !== undefined) {
    if (part.startsWith('path.')) return context.request.path[part.slice('path.'.length)];
    if (part.startsWith('header.')) {
      return context.request.headers[part.slice('header.'.length).toLowerCase()];
    }
    if (part.startsWith('body#')) return resolvePointer(context.request.body, part.slice('body#'.length));
  }
  throw new SyntaxError(
    `"${expression}" is not a runtime expression that this contract uses. ` +
      'Write $request.path.NAME, $request.header.NAME, $request.body#/POINTER or $response.body#/POINTER.',
  );
}

/**
 * Resolves a JSON pointer (RFC 6901), with or without a leading `#`.
 *
 * @returns the value, or undefined when the pointer leads nowhere
 */
export function resolvePointer(document: unknown, pointer: string): unknown {
  const steps = pointer.replace(/^#/, '').split('/').slice(1);
  return steps.reduce<unknown>((value, step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, document);
}
