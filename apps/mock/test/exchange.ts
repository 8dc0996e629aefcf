import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { type Example, loadContract } from '@ax-cloud/contract/contract';
import { loadScenarios } from '@ax-cloud/contract/scenarios';

export const contract = await loadContract();
export const scenarios = await loadScenarios();

/** The contract's example order. */
export const ORDER = String(contract.orderCode.example);

/** The path of an order. */
export function orderPath(code: string = ORDER): string {
  return contract.path.replace(`{${contract.orderCode.name}}`, encodeURIComponent(code));
}

/** A request body that the contract allows. */
export const VALID = { ax_status: 'Traveler cancel', channel_status: 'Traveler cancel' };

/** What differs from a request that the contract allows. An undefined header is not sent. */
export interface Deviation {
  method?: string;
  path?: string;
  orderCode?: string;
  headers?: Record<string, string | undefined>;
  /** Sent as it is when a text or bytes, otherwise as JSON. */
  body?: unknown;
}

export interface Received {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** Undefined where the text is not JSON. */
  json: unknown;
}

/** Sends the contract's operation to a mock. Only the headers that are given go out, which `fetch` would not allow. */
export function send(url: string, deviation: Deviation = {}): Promise<Received> {
  const { method = contract.method, orderCode = ORDER, body = VALID } = deviation;
  const path = deviation.path ?? orderPath(orderCode);
  const payload = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const headers = {
    authorization: 'Token any-key',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(payload)),
    ...deviation.headers,
  };
  const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}${path}`, { method, headers: sent }, (response) => {
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

/** A value that the contract names for provoking one of its examples. */
export function provoking(status: number, name: string): string {
  const [value] = Object.values(find(status, name).provokedBy);
  if (value === undefined) throw new Error(`Nothing provokes the example ${name} of ${status}.`);
  return value;
}

/** The value of one of the contract's examples. */
export function example(status: number, name: string): unknown {
  return find(status, name).value;
}

function find(status: number, name: string): Example {
  const found = contract.responses.find((response) => response.status === status)?.examples[name];
  if (found === undefined) throw new Error(`The contract has no example ${name} of ${status}.`);
  return found;
}

/** The order code of a scenario. */
export function scenarioCode(name: string): string {
  const found = scenarios.find((scenario) => scenario.name === name);
  if (found === undefined) throw new Error(`There is no scenario "${name}".`);
  return found.code;
}
