/// <reference path="./pino.d.ts" />
import type { Contract } from '@ax-cloud/channel-spec/contract';
import { createLogger } from '@stoplight/prism-core';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpOperationConfig,
  type IHttpRequest,
  ProblemJsonError,
} from '@stoplight/prism-http';
import type { Answer } from './answer.ts';

/** Which documented answer is wanted, in Prism's terms. Prism chooses whatever is left out. */
export type Choice = Partial<Pick<IHttpOperationConfig, 'code' | 'exampleKey' | 'dynamic' | 'seed'>>;

/** One way in which a request breaks the contract. */
export interface Violation {
  /** The field or parameter at fault, or undefined when it is the body as a whole. */
  field: string | undefined;
  /** The JSON Schema keyword that it breaks. */
  keyword: string;
  /** What Prism says about it, in English. */
  message: string;
}

/** The Prism engine, loaded with one contract. */
export interface Engine {
  /**
   * Validates a request, negotiates, and chooses the answer: the wanted one, or that for an invalid request.
   *
   * @param path the request's path, each segment percent-encoded
   * @param body the parsed body
   * @returns undefined when no documented answer has a media type that `accept` allows
   */
  answer(
    request: { path: string; accept: string | undefined; body: unknown },
    choice: Choice,
  ): Promise<(Answer & { violations: Violation[] }) | undefined>;

  /** Gives a documented answer whatever the request was. Undefined as in {@link Engine.answer}. */
  show(accept: string | undefined, choice: Choice): Promise<Answer | undefined>;
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
  // Prism answers a missing key with a 401 of its own; the contract's answer is given before Prism is asked.
  checkSecurity: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/**
 * Loads Prism with a contract. Its schemas are compiled once, at the first request.
 *
 * @throws {Error} when Prism cannot read the contract
 */
export async function createEngine(contract: Contract): Promise<Engine> {
  const method = METHODS.find((name) => name === contract.method.toLowerCase());
  if (method === undefined) throw new Error(`Prism does not know the contract's method ${contract.method}.`);
  // Prism resolves references in place.
  const operations = await getHttpOperationsFromSpec(structuredClone(contract.document));
  const prism = createInstance(
    { ...CONFIG, validateRequest: true, mock: { dynamic: false } },
    { logger: createLogger('prism', { enabled: false }) },
  );

  async function run(input: IHttpRequest, choice: Choice, validateRequest: boolean) {
    // Made anew for each request, because Prism keeps the request's Accept in it.
    const mock = { dynamic: false, ...choice };
    const result = await prism.request(input, operations, { ...CONFIG, validateRequest, mock })();
    if (result._tag === 'Right') return result.right;
    if (result.left instanceof ProblemJsonError && result.left.status === 406) return undefined;
    throw result.left;
  }

  return {
    async answer({ path, accept, body }, choice) {
      const headers = { ...negotiation(accept), 'content-type': 'application/json' };
      const result = await run({ method, url: { path }, headers, body }, choice, true);
      return (
        result && { ...toAnswer(result.output), violations: result.validations.input.map(readViolation) }
      );
    },
    async show(accept, choice) {
      const input = { method, url: { path: contract.path }, headers: negotiation(accept) };
      const result = await run(input, choice, false);
      return result && toAnswer(result.output);
    },
  };
}

function negotiation(accept: string | undefined): Record<string, string> {
  return accept === undefined ? {} : { accept };
}

function toAnswer(output: { statusCode: number; headers?: Record<string, string>; body?: unknown }): Answer {
  const { 'Content-type': _, ...headers } = output.headers ?? {};
  return { status: output.statusCode, headers, body: output.body };
}

function readViolation(diagnostic: { path?: string[]; code?: string | number; message: string }): Violation {
  const { path = [], code, message } = diagnostic;
  // A missing field is reported at the object that lacks it, and named in the message alone.
  const [, missing] = /required property '(.+)'$/.exec(message) ?? [];
  return { field: missing ?? path[1], keyword: String(code), message };
}
