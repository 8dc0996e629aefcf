import type { Contract, Parameter } from '@ax-cloud/contract/contract';

/** The headers that the contract requires beside the key, by lower-case name, with its examples. */
export function requiredHeaders({ headers }: Contract): Record<string, string> {
  return examplesOf(headers, (name) => name.toLowerCase());
}

/** The query parameters that the contract requires, with its examples. */
export function requiredQuery({ query }: Contract): Record<string, string> {
  return examplesOf(query, (name) => name);
}

function examplesOf(
  parameters: readonly Parameter[],
  nameOf: (name: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    parameters.filter(({ required }) => required).map(({ name, example }) => [nameOf(name), String(example)]),
  );
}
