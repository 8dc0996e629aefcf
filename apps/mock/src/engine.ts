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
  /** Gives a documented response, independent of the request. */
  respond(choice: Choice): Promise<MockResponse>;
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
  const remembered = new Map<string, MockResponse>();

  async function ask(choice: Choice): Promise<MockResponse> {
    const result = await prism.request(request, operations, {
      ...CONFIG,
      mock: { dynamic: false, ...choice },
    })();
    if (result._tag === 'Left') throw result.left;
    return toResponse(result.right.output);
  }

  return {
    ...createValidator(contract, operation),
    async respond(choice) {
      if (choice.dynamic) return ask(choice);
      const inputs = JSON.stringify([choice.code, choice.exampleKey]);
      const known = remembered.get(inputs);
      if (known !== undefined) return known;
      const response = await ask(choice);
      remembered.set(inputs, response);
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
