import type { IncomingHttpHeaders } from 'node:http';
import type { Contract } from '@ax-cloud/contract/contract';
import { echoRequest } from '@ax-cloud/contract/echo';
import type { RequestContext } from '@ax-cloud/contract/expression';
import { invalidRequestBody, invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { findProvoked, readRefusals } from '@ax-cloud/contract/refusals';
import type { Scenario } from '@ax-cloud/contract/scenarios';
import { parseBody } from './body.ts';
import { type Choice, createEngine } from './engine.ts';
import { createInvalidParts } from './invalid-parts.ts';
import { createKeyCheck, createKeyReader } from './key.ts';
import { acceptsJson, isJson } from './media-type.ts';
import type { MockResponse } from './mock-response.ts';
import { createCodeCheck } from './order-code.ts';
import { type DeclaredParameters, firstValues, readParameters } from './parameters.ts';
import { createPathMatch, fillPath } from './path.ts';
import { readPreference } from './preference.ts';
import type { Known, Refusal } from './refusal.ts';
import { loadScenarios } from './scenarios.ts';
import { createSuccessChoice } from './success.ts';
import {
  methodNotAllowed,
  notAcceptable,
  unknownPath,
  unsupportedMediaType,
  wrongPreference,
} from './undocumented.ts';
import { checkUsable } from './usable.ts';

/** The head of a request. */
interface Head {
  method: string;
  /** The path as it was sent, without the query. */
  path: string;
  /** The query as it was sent, without the question mark. */
  query: string;
  headers: IncomingHttpHeaders;
}

/** A request that was not refused for anything in its head. */
interface Admitted {
  /** The scenario that its order code asks for. */
  scenario: Scenario | undefined;
  /** @throws {Error} when the mock or Prism fails; nothing in a request should make them */
  respond(body: Uint8Array): Promise<MockResponse>;
}

/** The contract's operation as the mock carries it out. */
export interface Operation {
  contract: Contract;
  /** A path at which an order can be cancelled. */
  examplePath: string;
  /**
   * Gives the response to a request if its head decides it; otherwise what responds when its body is there.
   *
   * @throws {Error} as {@link Admitted.respond}
   */
  admit(head: Head): Promise<MockResponse | Admitted>;
}

/**
 * Makes a contract's operation respond to requests. It checks them in the order of Django REST framework: path, `Accept`, key,
 * method, order, media type, JSON, parameters, fields. `Prefer` takes precedence over order codes and parameters that provoke a
 * response.
 *
 * @throws {Error} when the contract lacks what the mock needs
 */
export async function createOperation(contract: Contract, known: Known = {}): Promise<Operation> {
  const scenarios = await loadScenarios();
  const engine = await createEngine(contract);
  const refusals = readRefusals(contract);
  checkUsable(contract, engine);
  const keys = createKeyReader(refusals);
  const refuseKey = createKeyCheck(refusals, known);
  const refuseCode = createCodeCheck(contract, refusals, engine.allowsOrderCode, known);
  const invalidParts = createInvalidParts(contract);
  const form = invalidRequestForm(contract);
  const chooseSuccess = createSuccessChoice(contract);
  const matchPath = createPathMatch(contract.path);

  async function refuse({ example, hint }: Refusal): Promise<MockResponse> {
    const { status: code, name: exampleKey } = example;
    const response = await engine.respond({ code, exampleKey });
    return hint === undefined ? response : { ...response, hint };
  }

  /** Refuses a request because of its order or a parameter; undefined when neither is refused. */
  function refuseOrder(request: RequestContext, scenario: Scenario | undefined): Refusal | undefined {
    const provoked = findProvoked(refusals.parameter, request) ?? findProvoked(refusals.order, request);
    if (provoked !== undefined) return { example: provoked };
    return scenario === undefined ? refuseCode(request.path[contract.orderCode.name] ?? '') : undefined;
  }

  async function admit({ method, path, query, headers }: Head): Promise<MockResponse | Admitted> {
    const parameters = matchPath(path);
    if (parameters === undefined) return unknownPath(`${contract.method} ${contract.path}`);

    const { 'content-type': mediaType = '' } = headers;
    if (!acceptsJson(headers.accept)) return notAcceptable();

    const key = keys.read(headers.authorization);
    if (key === undefined) {
      const hint = keys.explain(headers.authorization);
      return refuse({ example: refusals.missingKey, hint });
    }
    const sent = readParameters(contract, headers, query);
    const request: RequestContext = {
      path: parameters,
      headers: { ...sent.headers, authorization: keys.write(key) },
      query: firstValues(sent.query),
      body: undefined,
    };
    const refusedKey = refuseKey(request, key);
    if (refusedKey !== undefined) return refuse(refusedKey);

    if (method !== contract.method) return methodNotAllowed(method, contract.method);

    const preference = readPreference(headers.prefer?.toString(), query, contract);
    if ('problem' in preference) return wrongPreference(preference.problem);
    const { choice } = preference;
    const preferred = choice.code !== undefined || choice.exampleKey !== undefined;
    const scenario = preferred ? undefined : scenarios.get(parameters[contract.orderCode.name] ?? '');
    const refused = preferred ? undefined : refuseOrder(request, scenario);
    if (refused !== undefined) return refuse(refused);

    return {
      scenario,
      async respond(bytes) {
        if (bytes.length > 0 && !isJson(mediaType)) return unsupportedMediaType(mediaType);
        const body = parseBody(bytes);
        if (body === undefined) return refuse({ example: refusals.unreadable });
        return cancel({ ...request, body }, sent, choice);
      },
    };
  }

  async function cancel(
    request: RequestContext,
    sent: DeclaredParameters,
    choice: Choice,
  ): Promise<MockResponse> {
    const violations = engine.findViolations({ ...sent, body: request.body });
    if (violations.length > 0) {
      const wanted = choice.code === form.status ? choice : { code: form.status };
      const response = await engine.respond(wanted);
      // An example that the client named stays as it is written.
      if (wanted.exampleKey !== undefined || response.status !== form.status) return response;
      return { ...response, body: invalidRequestBody(form, invalidParts(violations)) };
    }
    const response = await engine.respond(chooseSuccess(request.body, choice));
    // Likewise, even if it is not the echo of the request.
    if (choice.exampleKey !== undefined || response.status !== contract.success.status) return response;
    return { ...response, body: echoRequest(contract.success, request, response.body) };
  }

  const examplePath = fillPath(contract.path, {
    [contract.orderCode.name]: String(contract.orderCode.example),
  });
  return { contract, examplePath, admit };
}
