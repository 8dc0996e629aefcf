import type { IncomingHttpHeaders } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';

/** The declared headers and query parameters that a request has. */
export interface DeclaredParameters {
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** By name; a list where one was sent more than once. */
  query: Readonly<Record<string, string | string[]>>;
}

/**
 * Reads the declared headers and query parameters of a request.
 *
 * @param query as it was sent, without the question mark
 */
export function readParameters(
  contract: Contract,
  headers: IncomingHttpHeaders,
  query: string,
): DeclaredParameters {
  return {
    headers: Object.fromEntries(
      contract.headers.flatMap(({ name }) => {
        const value = headers[name.toLowerCase()];
        return value === undefined ? [] : [[name.toLowerCase(), value.toString()]];
      }),
    ),
    query: contract.query.length === 0 ? {} : readQuery(contract, new URLSearchParams(query)),
  };
}

function readQuery({ query }: Contract, sent: URLSearchParams): DeclaredParameters['query'] {
  return readValues(
    query.map(({ name }) => name).filter((name) => sent.has(name)),
    sent,
  );
}

/** The values of query parameters that were sent, by name: a list where one was sent more than once. */
export function readValues(names: readonly string[], sent: URLSearchParams): DeclaredParameters['query'] {
  return Object.fromEntries(
    names.map((name) => {
      const [first = '', ...more] = sent.getAll(name);
      return [name, more.length === 0 ? first : [first, ...more]];
    }),
  );
}

/** The first value of each query parameter, which a runtime expression points to. */
export function firstValues(query: DeclaredParameters['query']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()[0]]));
}
