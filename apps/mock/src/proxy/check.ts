/// <reference path="../pino.d.ts" />
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Contract } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
import { createLogger } from '@stoplight/prism-core';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpRequest,
  type IHttpResponse,
} from '@stoplight/prism-http';
import { readKey } from '../key.ts';
import { isJson } from '../media-type.ts';
import { createPathMatch } from '../path.ts';
import type { Diagnostic } from '../validator.ts';
import type { ExchangeViolation, PassedExchange } from './exchange.ts';

const INFLATE = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
} as const;

/** Stands for a body that was sent as JSON and is none. */
const NO_JSON = Symbol('no JSON');

/**
 * Makes Prism's validation proxy without its forwarding: Prism finds the operation and validates request and answer, both
 * of which have gone by already. On its own, it would send them again in its own words, and put the violations into a
 * header, which ends the process where one of them holds Hangul.
 *
 * @returns gives what is wrong with an exchange; never rejects for anything in it
 */
export async function createExchangeCheck(
  contract: Contract,
): Promise<(exchange: PassedExchange) => Promise<ExchangeViolation[]>> {
  const operations = await getHttpOperationsFromSpec(structuredClone(contract.document));
  const matchPath = createPathMatch(contract.path);
  const config = {
    isProxy: true,
    upstream: new URL('http://localhost'),
    upstreamProxy: undefined,
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    errors: false,
    mock: { dynamic: false },
  } as const;

  return async (exchange) => {
    const { method, url, requestHeaders, responseHeaders, status } = exchange;
    const [path = '/', query = ''] = url.split(/\?(.*)/s);
    const [sent, answered] = [
      readContent(requestHeaders, exchange.requestBody),
      readContent(responseHeaders, exchange.responseBody),
    ];
    const parameters = matchPath(path);
    if (parameters === undefined || method !== contract.method)
      return [
        {
          by: 'request',
          message: `The contract has no ${method} at this path, only ${contract.method} ${contract.path}.`,
        },
      ];

    const output: IHttpResponse = {
      statusCode: status,
      headers: flatten(responseHeaders),
      body: withoutSymbol(answered),
    };
    const prism = createInstance(config, {
      logger: createLogger('prism', { enabled: false }),
      forward: () => () => async () => ({ _tag: 'Right', right: output }),
    });
    const input: IHttpRequest = {
      method: method.toLowerCase() as IHttpRequest['method'],
      url: { path, query: Object.fromEntries(new URLSearchParams(query)) },
      headers: flatten(requestHeaders),
      body: withoutSymbol(sent),
    };
    const result = await prism.request(input, operations, config)();
    if (result._tag === 'Left') return [{ by: 'request', message: `Prism: ${result.left.message}` }];

    const { validations } = result.right;
    const violations: ExchangeViolation[] = [
      ...requestViolations(requestHeaders.authorization, sent),
      ...validations.input
        // What is no JSON is left out for Prism, which then misses a body that was there.
        .filter(({ code, path }) => sent !== NO_JSON || code !== 'required' || path !== undefined)
        .map((diagnostic) => toViolation('request', diagnostic)),
      ...(answered === NO_JSON ? [{ by: 'answer', message: 'The body is no JSON.' } as const] : []),
      ...validations.output.map((diagnostic) => toViolation('answer', diagnostic)),
    ];
    const documented = contract.responses.find((response) => response.status === status);
    if (documented !== undefined && answered !== undefined && answered !== NO_JSON) {
      const request = { path: parameters, headers: {}, body: withoutSymbol(sent) };
      for (const { response, request: wanted } of unmetEchoes(documented.echoes, request, answered))
        violations.push({
          by: 'answer',
          message: `${response} is not ${wanted}: a ${status} that did something else.`,
        });
    }
    return distinct(violations);
  };
}

/** What Prism does not look at: it takes any `Authorization`, and a broken body for a text. */
function requestViolations(authorization: string | undefined, sent: unknown): ExchangeViolation[] {
  const violations: ExchangeViolation[] = [];
  if (authorization !== undefined && readKey(authorization) === undefined)
    violations.push({ by: 'request', message: 'Authorization is not "Token", a space and the key.' });
  if (sent === NO_JSON) violations.push({ by: 'request', message: 'The body is no JSON in UTF-8.' });
  return violations;
}

/** The parsed JSON, the text of another media type, or undefined where there is none or too much. */
function readContent(headers: PassedExchange['requestHeaders'], body: Buffer | undefined): unknown {
  if (body === undefined || body.length === 0) return undefined;
  const encoding = headers['content-encoding']?.toLowerCase();
  try {
    const inflate = Object.entries(INFLATE).find(([name]) => name === encoding)?.[1];
    const bytes = inflate === undefined ? body : inflate(body, { maxOutputLength: 4 * 1024 * 1024 });
    if (!isJson(headers['content-type'] ?? '')) return bytes.toString();
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return NO_JSON;
  }
}

function withoutSymbol(content: unknown): unknown {
  return content === NO_JSON ? undefined : content;
}

function flatten(headers: PassedExchange['requestHeaders']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value.toString()]],
    ),
  );
}

function toViolation(by: ExchangeViolation['by'], { message }: Diagnostic): ExchangeViolation {
  return { by, message: `${message.replace(/^(Request|Response) /, '').replace(/\.$/, '')}.` };
}

function distinct(violations: readonly ExchangeViolation[]): ExchangeViolation[] {
  return [
    ...new Map(violations.map((violation) => [`${violation.by} ${violation.message}`, violation])).values(),
  ];
}
