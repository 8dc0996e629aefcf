/// <reference path="./pino.d.ts" />
import type { Contract } from '@ax-cloud/contract/contract';
import { createLogger } from '@stoplight/prism-core';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpOperationConfig,
  type IHttpRequest,
} from '@stoplight/prism-http';
import type { Answer } from './answer.ts';
import { fillPath } from './path.ts';
import { createValidator, type Diagnostic } from './validator.ts';

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
   * @param path the path's parameters, decoded
   * @param body the parsed body
   * @returns undefined when no documented answer has a media type that `accept` allows
   */
  answer(
    request: { path: Readonly<Record<string, string>>; accept: string | undefined; body: unknown },
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

const JSON_TYPE = 'application/json';

const CONFIG = {
  isProxy: false,
  // Prism answers a missing key with a 401 of its own; the contract's answer is given before Prism is asked.
  checkSecurity: false,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

/** Prism's error of that name, also where it wraps it in another; or an `Accept` that it cannot read. */
const NOT_ACCEPTABLE = /#NOT_ACCEPTABLE|invalid media type/;

/** Clients choose what is asked for, so there is an end to what is kept. */
const MAX_REMEMBERED = 500;

/**
 * Loads Prism with a contract. Prism validates every request and chooses every answer. Its choice depends on few things
 * and takes it long, so it is asked once for each combination of them; answers that are made up are made up each time.
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
  const validate = createValidator(operation);
  const prism = createInstance(
    { ...CONFIG, validateRequest: true, mock: { dynamic: false } },
    { logger: createLogger('prism', { enabled: false }) },
  );
  const remembered = new Map<string, Answer | undefined>();

  async function ask(input: IHttpRequest, config: Parameters<typeof prism.request>[2]) {
    try {
      const result = await prism.request(input, operations, config)();
      if (result._tag === 'Right') return toAnswer(result.right.output);
      throw result.left;
    } catch (error) {
      if (error instanceof Error && NOT_ACCEPTABLE.test(`${error.name} ${error.message}`)) return undefined;
      throw error;
    }
  }

  /** @param violations what the request was found to break, or undefined when it was not validated */
  async function choose(
    input: IHttpRequest,
    choice: Choice,
    violations: readonly Diagnostic[] | undefined,
  ): Promise<Answer | undefined> {
    const kinds = violations?.map(({ code }) => code).sort();
    const question = JSON.stringify([choice.code, choice.exampleKey, input.headers?.accept, kinds]);
    if (!choice.dynamic && remembered.has(question)) return remembered.get(question);
    // Made anew for each request, because Prism keeps the request's Accept in it.
    const mock = { dynamic: false, ...choice };
    const answer = await ask(input, { ...CONFIG, validateRequest: violations !== undefined, mock });
    if (!choice.dynamic && remembered.size < MAX_REMEMBERED) remembered.set(question, answer);
    return answer;
  }

  return {
    async answer({ path, accept, body }, choice) {
      const url = { path: fillPath(contract.path, path) };
      const input = { method, url, headers: { ...negotiation(accept), 'content-type': JSON_TYPE }, body };
      const violations = validate(input, path);
      const answer = await choose(input, choice, violations);
      return answer && { ...answer, violations: violations.map(readViolation) };
    },
    show: (accept, choice) =>
      choose({ method, url: { path: contract.path }, headers: negotiation(accept) }, choice, undefined),
  };
}

function negotiation(accept: string | undefined): Record<string, string> {
  return accept === undefined ? {} : { accept };
}

function toAnswer(output: { statusCode: number; headers?: Record<string, string>; body?: unknown }): Answer {
  const { 'Content-type': _, ...headers } = output.headers ?? {};
  return { status: output.statusCode, headers, body: output.body };
}

function readViolation({ path = [], code, message }: Diagnostic): Violation {
  // A missing field is reported at the object that lacks it, and named in the message alone.
  const [, missing] = /required property '(.+)'$/.exec(message) ?? [];
  return { field: missing ?? path[1], keyword: String(code), message };
}
