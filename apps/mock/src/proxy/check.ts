import type { Contract } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
import { placeholderKey } from '@ax-cloud/contract/placeholder-key';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { createKeyReader, type KeyReader } from '../key.ts';
import { firstValues, readParameters, readValues } from '../parameters.ts';
import { createPathMatch } from '../path.ts';
import {
  createInstance,
  createLogger,
  getHttpOperationsFromSpec,
  type IHttpRequest,
  type IHttpResponse,
} from '../prism.ts';
import type { Diagnostic } from '../violation.ts';
import { type Content, readContent } from './content.ts';
import type { ExchangeViolation, PassedExchange, Verdict } from './exchange.ts';

const JSON_TYPE = 'application/json';

/**
 * Makes Prism's validation proxy without its forwarding: Prism validates a request and a response that have passed already. On its
 * own, Prism would send the request again in its own form and put the violations into a header, which crashes the process if one
 * holds Hangul.
 *
 * Prism gets no media type as it was sent, because it takes `application/problem+json` for JSON and fails at a malformed one.
 *
 * @returns gives what an exchange shows; nothing in an exchange makes it reject
 */
export async function createExchangeCheck(
  contract: Contract,
): Promise<(exchange: PassedExchange) => Promise<Verdict>> {
  const operations = await getHttpOperationsFromSpec(structuredClone(contract.document));
  const matchPath = createPathMatch(contract.path);
  const keys = createKeyReader(readRefusals(contract));
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
    const [sent, received] = [
      readContent(requestHeaders, exchange.requestBody),
      readContent(responseHeaders, exchange.responseBody),
    ];
    const unchecked = [...whyUnchecked('request', sent), ...whyUnchecked('response', received)];
    const parameters = matchPath(path);
    if (parameters === undefined || method !== contract.method) {
      const message = `The contract has no ${method} at this path, only ${contract.method} ${contract.path}.`;
      return { violations: [{ by: 'request', message }], unchecked };
    }

    const output: IHttpResponse = {
      statusCode: status,
      headers: { ...flatten(responseHeaders), 'content-type': JSON_TYPE },
      body: jsonOf(received),
    };
    const prism = createInstance(config, {
      logger: createLogger('prism', { enabled: false }),
      forward: () => () => async () => ({ _tag: 'Right', right: output }),
    });
    const input: IHttpRequest = {
      method: method.toLowerCase() as IHttpRequest['method'],
      url: { path, query: readQuery(new URLSearchParams(query)) },
      headers: { ...flatten(requestHeaders), 'content-type': JSON_TYPE },
      body: jsonOf(sent),
    };
    const result = await prism.request(input, operations, config)();
    if (result._tag === 'Left')
      return { violations: [{ by: 'request', message: `Prism: ${result.left.message}` }], unchecked };

    const { validations } = result.right;
    const documented = contract.responses.some((response) => response.status === status);
    const violations: ExchangeViolation[] = [
      ...keyViolations(keys, exchange.authorization),
      ...bodyViolations('request', sent),
      ...validations.input
        .filter((diagnostic) => isRead(sent) || !isAboutBody(diagnostic))
        .filter(({ code }) => code !== 'deprecated')
        .map((diagnostic) => toViolation('request', diagnostic)),
      ...(documented ? bodyViolations('response', received) : []),
      ...validations.output
        .filter((diagnostic) => isRead(received) || !isAboutBody(diagnostic))
        .map((diagnostic) => toViolation('response', diagnostic)),
    ];
    // What the other body asked for, or what this one repeats, is only known where both were read.
    if (status === contract.success.status && sent.kind === 'json' && isObject(received)) {
      const declared = readParameters(contract, requestHeaders, query);
      const request = {
        path: parameters,
        headers: declared.headers,
        query: firstValues(declared.query),
        body: sent.value,
      };
      for (const { field, request: wanted } of unmetEchoes(contract.success, request, received.value))
        violations.push({
          by: 'response',
          message: `${field} is not ${wanted}: this ${status} does not repeat the request.`,
        });
    }
    return { violations: distinct(violations), unchecked };
  };
}

/**
 * Checks the form of the key, because Prism accepts any `Authorization`. The mock is more tolerant than the contract: the scheme may
 * be in any case, and several spaces may follow it.
 */
function keyViolations(
  { scheme, read, write }: KeyReader,
  [sent, ...more]: readonly string[],
): ExchangeViolation[] {
  if (sent === undefined) return [];
  const key = read(sent);
  const form = scheme === '' ? 'the key alone' : `"${scheme}", a space and the key`;
  const by = 'request';
  if (more.length > 0) return [{ by, message: 'Authorization was sent more than once.' }];
  if (key === undefined || sent !== write(key)) return [{ by, message: `Authorization is not ${form}.` }];
  if (placeholderKey(key) !== 'braces') return [];
  return [{ by, message: 'The key in Authorization still has the braces of the placeholder.' }];
}

/** What is wrong with a body that Prism does not get. */
function bodyViolations(by: ExchangeViolation['by'], content: Content): ExchangeViolation[] {
  if (content.kind === 'malformed') return [{ by, message: content.problem }];
  return content.kind === 'other' ? [{ by, message: `Content-Type is not ${JSON_TYPE}.` }] : [];
}

function whyUnchecked(by: ExchangeViolation['by'], content: Content): string[] {
  return content.kind === 'unread' ? [`the body of the ${by}, because ${content.because}`] : [];
}

/** Whether Prism can judge a body; an absent one, too. */
function isRead({ kind }: Content): boolean {
  return kind === 'json' || kind === 'absent';
}

function jsonOf(content: Content): unknown {
  return content.kind === 'json' ? content.value : undefined;
}

function isObject(content: Content): content is Content & { kind: 'json' } {
  return content.kind === 'json' && typeof content.value === 'object' && content.value !== null;
}

/** Prism reports a missing body without a place. */
function isAboutBody({ code, path: [place] = [] }: Diagnostic): boolean {
  return place === 'body' || (place === undefined && code === 'required');
}

/** The whole query, as Prism takes it. */
function readQuery(sent: URLSearchParams): Record<string, string | string[]> {
  return { ...readValues([...new Set(sent.keys())], sent) };
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
