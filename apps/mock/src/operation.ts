import type { IncomingHttpHeaders } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';
import type { RequestContext } from '@ax-cloud/contract/expression';
import type { Answer } from './answer.ts';
import { parseBody } from './body.ts';
import { type Choice, createEngine } from './engine.ts';
import { findProvoked, readProvokedExamples } from './examples.ts';
import { createFieldErrors } from './invalid-fields.ts';
import { readKey } from './key.ts';
import { acceptsJson, isJson } from './media-type.ts';
import { createPathMatch, fillPath } from './path.ts';
import { readPreference } from './preference.ts';
import {
  methodNotAllowed,
  notAcceptable,
  unknownPath,
  unsupportedMediaType,
  wrongPreference,
} from './refusals.ts';
import { findRehearsal, type Rehearsal } from './rehearsals.ts';
import { chooseSuccess, echo } from './success.ts';

/** The head of a request. */
interface Head {
  method: string;
  /** The path as it was sent, without the query. */
  path: string;
  headers: IncomingHttpHeaders;
}

/** A request that was not refused for anything in its head. */
interface Admitted {
  /** What its order code asks for, outside of the contract. */
  rehearsal: Rehearsal | undefined;
  /** @throws {Error} when the mock or Prism fails; nothing in a request should make them */
  answer(body: Uint8Array): Promise<Answer>;
}

/** The contract's operation as the mock carries it out. */
export interface Operation {
  /** The version of the contract. */
  version: string;
  /** A path at which an order can be cancelled. */
  examplePath: string;
  /**
   * Gives the answer to a request where its head decides it, or else what answers it once its body is there.
   *
   * @throws {Error} as {@link Admitted.answer}
   */
  admit(head: Head): Promise<Answer | Admitted>;
}

/** What a mock knows when it shall not take any key and any order code that it gets. */
export interface Known {
  /** The only key that may call; any may without it. */
  apiKey?: string;
  /** The only orders that there are, beside those that are rehearsed; any code is an order without them. */
  orderCodes?: readonly string[];
}

/**
 * Makes a contract's operation answer requests. It checks them in the order of Django REST framework: path, `Accept`,
 * key, method, order, media type, JSON, fields. `Prefer` takes the place of the order codes that provoke an answer.
 *
 * @throws {Error} when the contract lacks what the mock needs
 */
export async function createOperation(contract: Contract, known: Known = {}): Promise<Operation> {
  const engine = await createEngine(contract);
  const examples = readProvokedExamples(contract);
  const fieldErrors = createFieldErrors(contract);
  const matchPath = createPathMatch(contract.path);

  async function show(accept: string | undefined, { choice }: { choice: Choice }): Promise<Answer> {
    return (await engine.show(accept, choice)) ?? notAcceptable();
  }

  async function admit({ method, path, headers }: Head): Promise<Answer | Admitted> {
    const parameters = matchPath(path);
    if (parameters === undefined) return unknownPath(`${contract.method} ${contract.path}`);

    const { accept, 'content-type': mediaType = '' } = headers;
    if (!acceptsJson(accept)) return notAcceptable();

    const authorization = readKey(headers.authorization);
    if (authorization === undefined) return show(accept, examples.byKey[0]);
    const request: RequestContext = { path: parameters, headers: { authorization }, body: undefined };
    const refused = findProvoked(examples.byKey, request);
    if (refused !== undefined) return show(accept, refused);
    const { apiKey, orderCodes } = known;
    if (apiKey !== undefined && authorization !== `Token ${apiKey}`) return show(accept, examples.byKey[0]);

    if (method !== contract.method) return methodNotAllowed(method, contract.method);

    const preference = readPreference(headers.prefer?.toString(), contract);
    if ('problem' in preference) return wrongPreference(preference.problem);
    const { choice } = preference;
    const preferred = choice.code !== undefined || choice.exampleKey !== undefined;
    const provoked = preferred ? undefined : findProvoked(examples.byOrder, request);
    if (provoked !== undefined) return show(accept, provoked);

    const rehearsal = preferred ? undefined : findRehearsal(parameters.ax_order_code);
    const [unknownOrder] = examples.byOrder;
    const exists = orderCodes?.includes(parameters.ax_order_code ?? '') ?? true;
    if (!preferred && !exists && rehearsal === undefined && unknownOrder !== undefined) {
      return show(accept, unknownOrder);
    }

    return {
      rehearsal,
      async answer(bytes) {
        if (bytes.length > 0 && !isJson(mediaType)) return unsupportedMediaType(mediaType);
        const body = parseBody(bytes);
        if (body === undefined) return show(accept, examples.unreadable);
        return cancel({ ...request, body }, accept, choice);
      },
    };
  }

  async function cancel(
    request: RequestContext,
    accept: string | undefined,
    choice: Choice,
  ): Promise<Answer> {
    const chosen = await engine.answer(
      { path: request.path, accept, body: request.body },
      chooseSuccess(contract, request, choice),
    );
    if (chosen === undefined) return notAcceptable();
    const { violations, ...answer } = chosen;
    const invalid = violations.length > 0;
    // An example that the client named is given as it is written, also where it is not the echo.
    if (choice.exampleKey !== undefined && (!invalid || choice.code === answer.status)) return answer;
    if (invalid) return { ...answer, body: fieldErrors(violations, request.body) };
    return echo(contract, request, answer);
  }

  const examplePath = fillPath(contract.path, { ax_order_code: contract.exampleOrderCode });
  return { version: contract.version, examplePath, admit };
}
