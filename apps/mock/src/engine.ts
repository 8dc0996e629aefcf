import type { Contract } from '@ax-cloud/contract/contract';
import type { MockResponse } from './mock-response.ts';
import {
  createInstance,
  createLogger,
  getHttpOperationsFromSpec,
  type IHttpOperationConfig,
  type IHttpRequest,
} from './prism.ts';
import { createValidator, type Validator } from './validator.ts';

/** Which documented response is wanted, in Prism's terms. Prism chooses what is left out. */
export type Choice = Partial<Pick<IHttpOperationConfig, 'code' | 'exampleKey' | 'dynamic' | 'seed'>>;

/** The Prism engine, loaded with one contract. */
export interface Engine extends Validator {
  /**
   * Gives a documented response, independent of the request.
   *
   * @returns undefined when the response has no media type that `accept` allows
   */
  respond(accept: string | undefined, choice: Choice): Promise<MockResponse | undefined>;
}

const METHODS: readonly IHttpRequest['method'][] = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
];

const CONFIG = {
  isProxy: false,
  // The mock checks the key and validates the request before it asks Prism for a response.
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** Prism's error of that name, also inside another error, or an `Accept` that Prism cannot read. */
const NOT_ACCEPTABLE = /#NOT_ACCEPTABLE|invalid media type/;

/** The limit of remembered responses, because clients decide what is asked for. */
const MAX_REMEMBERED = 500;

/**
 * Loads Prism with a contract. Prism validates every request and chooses every response. A choice is slow and depends on few
 * inputs, so it is remembered for each combination of them. Made-up values are new each time.
 *
 * @throws {Error} when Prism cannot read the contract
 */
export async function createEngine(contract: Contract): Promise<Engine> {
  const method = METHODS.find((name) => name === contract.method.toLowerCase());
  if (method === undefined) throw new Error(`Prism does not know the contract's method ${contract.method}.`);
  // Prism resolves references in place.
  const operations = await getHttpOperationsFromSpec(structuredClone(contract.document));
  const [operation] = operations;
  if (operation === undefined) throw new Error('Prism finds no operation in the contract.');
  const prism = createInstance(
    { ...CONFIG, mock: { dynamic: false } },
    { logger: createLogger('prism', { enabled: false }) },
  );
  const request = { method, url: { path: contract.path } };
  const remembered = new Map<string, MockResponse | undefined>();

  async function ask(accept: string | undefined, choice: Choice): Promise<MockResponse | undefined> {
    const headers: Record<string, string> = accept === undefined ? {} : { accept };
    const input = { ...request, headers };
    try {
      // A new object for each request, because Prism stores the request's Accept in it.
      const config = { ...CONFIG, mock: { dynamic: false, ...choice } };
      const result = await prism.request(input, operations, config)();
      if (result._tag === 'Right') return toResponse(result.right.output);
      throw result.left;
    } catch (error) {
      if (error instanceof Error && NOT_ACCEPTABLE.test(`${error.name} ${error.message}`)) return undefined;
      throw error;
    }
  }

  return {
    ...createValidator(contract, operation),
    async respond(accept, choice) {
      if (choice.dynamic) return ask(accept, choice);
      const inputs = JSON.stringify([choice.code, choice.exampleKey, accept]);
      if (remembered.has(inputs)) return remembered.get(inputs);
      const response = await ask(accept, choice);
      if (remembered.size < MAX_REMEMBERED) remembered.set(inputs, response);
      return response;
    },
  };
}

function toResponse(output: {
  statusCode: number;
  headers?: Record<string, string>;
  body?: unknown;
}): MockResponse {
  const { 'Content-type': _, ...headers } = output.headers ?? {};
  return { status: output.statusCode, headers, body: output.body };
}
