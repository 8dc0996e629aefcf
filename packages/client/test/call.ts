import { type Contract, type Field, loadContract } from '@ax-cloud/contract/contract';
import { requiredExamples, targetOf } from '@ax-cloud/contract/example-request';
import { otherFields, statusFields } from '@ax-cloud/contract/request-body';
import {
  type CancellationInput,
  type ChannelClient,
  type ChannelClientOptions,
  createChannelClient,
  type Environment,
} from '../src/index.ts';

/** One valid call and the request that it becomes, as the contract has them. A test changes one part of it. */
export const contract: Contract = await loadContract();
const { orderCode, request, cancels } = contract;

const example: Record<string, unknown> = Object.assign(
  {},
  ...Object.values(request.examples).map(({ value }) => value),
);
const others = otherFields(contract);
const valuesOf = (fields: readonly Field[]) =>
  Object.fromEntries(fields.map(({ name, schema }) => [name, example[name] ?? schema.examples?.[0]]));

/** The order that is cancelled, and another one of the same form. */
export const CODE: string = String(orderCode.example);
export const OTHER_CODE = '0f0e0d0c-0b0a-4908-8706-050403020100';

/** The statuses that cancel an order, and the first of them. */
export const STATUSES = cancels as readonly CancellationInput['status'][];
export const STATUS = STATUSES[0] as CancellationInput['status'];

/** The smallest input of a call. */
export const INPUT: CancellationInput = {
  ...valuesOf(others.filter(({ required }) => required)),
  status: STATUS,
};

/** The input with every field, and the fields that may be left out. */
export const WHOLE_INPUT: CancellationInput = { ...valuesOf(others), status: STATUS };
export const OPTIONAL_FIELDS: readonly Field[] = others.filter(({ required }) => !required);

/** The body that an input becomes: its status in every field that takes it, and the rest as it is. */
export function bodyFor({ status, ...rest }: CancellationInput): Record<string, unknown> {
  return { ...Object.fromEntries(statusFields(contract).map(({ name }) => [name, status])), ...rest };
}

/** The path of an order, with the query parameters that the contract demands. */
export function pathOf(code: string): string {
  return targetOf(contract, code);
}

/** The headers that the contract demands beside the key. */
export const HEADERS: Readonly<Record<string, string>> = requiredExamples(contract.headers);

/** The options for all that the contract demands of every request. */
export const PARAMETERS: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries({ headers: contract.headers, query: contract.query }).flatMap(([option, parameters]) => {
    const required = parameters.filter((parameter) => parameter.required);
    if (required.length === 0) return [];
    return [[option, Object.fromEntries(required.map(({ name, example }) => [name, example]))]];
  }),
);

/** The options of a client, each of which may be left out. */
export type Options = Partial<Omit<ChannelClientOptions, 'baseUrl' | 'environment'>> & {
  baseUrl?: string;
  environment?: Environment;
};

/** Makes a client of the test environment, or with these options. */
export function createClient(options: Options = {}): ChannelClient {
  const server = options.baseUrl === undefined ? { environment: 'test' } : {};
  const all: unknown = { apiKey: 'key', ...server, ...PARAMETERS, ...options };
  return createChannelClient(all as ChannelClientOptions);
}
