import type { Contract, Parameter } from './contract.ts';

/** The examples of the required parameters: name → text. */
export function requiredExamples(parameters: readonly Parameter[]): Record<string, string> {
  return Object.fromEntries(
    parameters.filter(({ required }) => required).map(({ name, example }) => [name, String(example)]),
  );
}

/** The contract's path with this segment, already encoded, for its order code. */
export function fillPath({ path, orderCode }: Pick<Contract, 'path' | 'orderCode'>, segment: string): string {
  return path.replace(`{${orderCode.name}}`, () => segment);
}

/** The path of an order, with the examples of the required query parameters. */
export function targetOf(contract: Pick<Contract, 'path' | 'orderCode' | 'query'>, code: string): string {
  const search = new URLSearchParams(requiredExamples(contract.query)).toString();
  return fillPath(contract, encodeURIComponent(code)) + (search && `?${search}`);
}
