import type { Contract } from '@ax-cloud/contract/contract';
import { unmetEchoes } from '@ax-cloud/contract/echo';
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
import { NOT_JSON, readContent, withoutSymbol } from './content.ts';
import type { ExchangeViolation, PassedExchange } from './exchange.ts';

/**
 * Makes Prism's validation proxy without its forwarding: Prism validates a request and a response that have passed already. On its
 * own, Prism would send the request again in its own form and put the violations into a header, which crashes the process if one
 * holds Hangul.
 *
 * @returns gives what is wrong with an exchange; nothing in an exchange makes it reject
 */
export async function createExchangeCheck(
  contract: Contract,
): Promise<(exchange: PassedExchange) => Promise<ExchangeViolation[]>> {
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
      body: withoutSymbol(received),
    };
    const prism = createInstance(config, {
      logger: createLogger('prism', { enabled: false }),
      forward: () => () => async () => ({ _tag: 'Right', right: output }),
    });
    const input: IHttpRequest = {
      method: method.toLowerCase() as IHttpRequest['method'],
      url: { path, query: readQuery(new URLSearchParams(query)) },
      headers: flatten(requestHeaders),
      body: withoutSymbol(sent),
    };
    const result = await prism.request(input, operations, config)();
    if (result._tag === 'Left') return [{ by: 'request', message: `Prism: ${result.left.message}` }];

    const { validations } = result.right;
    const violations: ExchangeViolation[] = [
      ...keyViolations(keys, requestHeaders.authorization),
      ...(sent === NOT_JSON ? [{ by: 'request', message: 'The body is not JSON in UTF-8.' } as const] : []),
      ...validations.input
        // Prism does not get a body that is not JSON, and reports it as missing.
        .filter(({ code, path: at }) => sent !== NOT_JSON || code !== 'required' || at !== undefined)
        .filter(({ code }) => code !== 'deprecated')
        .map((diagnostic) => toViolation('request', diagnostic)),
      ...(received === NOT_JSON ? [{ by: 'response', message: 'The body is not JSON.' } as const] : []),
      ...validations.output.map((diagnostic) => toViolation('response', diagnostic)),
    ];
    if (status === contract.success.status && received !== undefined && received !== NOT_JSON) {
      const declared = readParameters(contract, requestHeaders, query);
      const request = {
        path: parameters,
        headers: declared.headers,
        query: firstValues(declared.query),
        body: withoutSymbol(sent),
      };
      for (const { field, request: wanted } of unmetEchoes(contract.success, request, received))
        violations.push({
          by: 'response',
          message: `${field} is not ${wanted}: a ${status} that did something else.`,
        });
    }
    return distinct(violations);
  };
}

/** Checks the form of the key, because Prism accepts any `Authorization`. */
function keyViolations({ scheme, read }: KeyReader, authorization: string | undefined): ExchangeViolation[] {
  if (authorization === undefined || read(authorization) !== undefined) return [];
  const form = scheme === '' ? 'the key alone' : `"${scheme}", a space and the key`;
  return [{ by: 'request', message: `Authorization is not ${form}.` }];
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
