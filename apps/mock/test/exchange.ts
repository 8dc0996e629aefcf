import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { orderOf } from './order.ts';

/** How a request differs from a valid one. An undefined header is not sent. */
export interface Deviation {
  method?: string;
  path?: string;
  orderCode?: string;
  headers?: Record<string, string | undefined>;
  /** A text or bytes are sent unchanged, anything else as JSON. */
  body?: unknown;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Undefined where the text is not JSON. */
  json: unknown;
}

/** Makes the function that sends a contract's operation to a mock. Unlike `fetch`, it sends only the given headers. */
export function senderOf(
  method: string,
  { VALID, HEADERS, orderPath }: ReturnType<typeof orderOf>,
): (url: string, deviation?: Deviation) => Promise<Received> {
  return (url, deviation = {}) => {
    const { body = VALID } = deviation;
    const path = deviation.path ?? orderPath(deviation.orderCode);
    const payload = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    const headers = {
      authorization: 'Token any-key',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(payload)),
      ...HEADERS,
      ...deviation.headers,
    };
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    return deliver(`${url}${path}`, deviation.method ?? method, sent, payload);
  };
}

function deliver(
  target: string,
  method: string,
  headers: Record<string, string | undefined>,
  payload: string | Uint8Array,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(target, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: parse(text),
        }),
      );
    });
    request.on('error', reject);
    request.end(payload);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const scenarios = await loadScenarios();

/** The order code of a scenario. */
export function scenarioCode(name: string): string {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`There is no scenario "${name}".`);
  return found.code;
}

/** The contract as it is now. */
export const contract = await loadContract();
export const order = orderOf(contract);
export const { ORDER, VALID, orderPath } = order;
export const send = senderOf(contract.method, order);
