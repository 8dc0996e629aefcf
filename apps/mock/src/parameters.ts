import type { IncomingHttpHeaders } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';

/** The parameters that the contract declares beside the path, as far as a request has them. */
export interface DeclaredParameters {
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** By name; a list where one was sent more than once. */
  query: Readonly<Record<string, string | string[]>>;
}

/** @param query as it was sent, without the question mark */
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
  return Object.fromEntries(
    query.flatMap(({ name }) => {
      const [first, ...more] = sent.getAll(name);
      if (first === undefined) return [];
      return [[name, more.length === 0 ? first : [first, ...more]]];
    }),
  );
}

/** The first value of each query parameter: the one that a runtime expression points at. */
export function firstValues(query: DeclaredParameters['query']): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()[0]]));
}
