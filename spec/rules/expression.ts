/** The request of one exchange, as far as a runtime expression can point into it. */
export interface RequestContext {
  /** Path parameters by name, decoded. */
  path: Readonly<Record<string, string>>;
  /** Query parameters by name, decoded; left out where there are none. */
  query?: Readonly<Record<string, string | undefined>>;
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

/** A runtime expression, taken apart. */
export type Expression =
  | { side: 'request'; part: 'path' | 'query' | 'header'; name: string }
  | { side: 'request' | 'response'; part: 'body'; pointer: string };

/**
 * Parses an OpenAPI runtime expression (OpenAPI 3.1, section 4.8.20.4), in the forms that this contract uses:
 * `$request.path.NAME`, `$request.query.NAME`, `$request.header.NAME`, `$request.body#/POINTER` and
 * `$response.body#/POINTER`. A pointer may be empty: `$response.body#` is the whole body.
 *
 * @throws {SyntaxError} for any other expression, because a misspelt rule must not pass as "no value"
 */
export function parseExpression(expression: string): Expression {
  const [, part, name] = /^\$request\.(path|query|header)\.(.+)$/.exec(expression) ?? [];
  if (part !== undefined && name !== undefined) {
    return { side: 'request', part: part as 'path' | 'query' | 'header', name };
  }
  const [, side, pointer] = /^\$(request|response)\.body#((?:\/.*)?)$/.exec(expression) ?? [];
  if (side !== undefined && pointer !== undefined) {
    return { side: side as 'request' | 'response', part: 'body', pointer };
  }
  throw new SyntaxError(
    `"${expression}" is not a runtime expression that this contract uses. ` +
      'Write $request.path.NAME, $request.query.NAME, $request.header.NAME, $request.body#/POINTER or $response.body#/POINTER.',
  );
}

/**
 * Evaluates a runtime expression.
 *
 * @returns the value it points at, or undefined when nothing is there
 * @throws {SyntaxError} as {@link parseExpression}
 */
export function evaluate(
  expression: string,
  { request, response }: { request: RequestContext; response?: ResponseContext },
): unknown {
  const parsed = parseExpression(expression);
  if (parsed.part === 'body') {
    return resolvePointer((parsed.side === 'request' ? request : response)?.body, parsed.pointer);
  }
  if (parsed.part === 'header') return request.headers[parsed.name.toLowerCase()];
  return request[parsed.part]?.[parsed.name];
}

/**
 * Resolves a JSON pointer (RFC 6901), with or without a leading `#`.
 *
 * @returns the value, or undefined when the pointer leads nowhere
 */
export function resolvePointer(document: unknown, pointer: string): unknown {
  return pointerSteps(pointer).reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, document);
}

/** The keys that a JSON pointer names, unescaped: `#/a~1b/c` → `['a/b', 'c']`. */
export function pointerSteps(pointer: string): string[] {
  const steps = pointer.replace(/^#/, '').split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
