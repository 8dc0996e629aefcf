import { authorizationIn } from './raw-headers.ts';
import { createMask } from './redact.ts';

/** How many requests are kept. */
const KEPT_REQUESTS = 100;
/** How much of a body is kept, in bytes. */
const KEPT_BYTES = 16 * 1024;

/** One request and its result, as the mock keeps it. It is masked only when it is shown. */
export interface Exchange {
  /** Milliseconds since 1970. */
  at: number;
  method: string;
  /** Path and query, as they were sent. */
  url: string;
  /** Names and values in turn. */
  rawHeaders: readonly string[];
  /** The body; undefined when none was read. */
  body: Buffer | undefined;
  /** The status of the response; null when none was sent yet, or at all. */
  status: number | null;
  /** The name of the scenario that the request asked for. */
  scenario: string | undefined;
  /** What a beginner probably did wrong. */
  hint: string | undefined;
}

/** One request as `/_mock/requests` shows it: as it was sent, except for the key and other values that look secret. */
export interface RecordedRequest extends Omit<Exchange, 'at' | 'rawHeaders' | 'body'> {
  /** When it came, in ISO 8601. */
  at: string;
  /** Name and value of each header, in the order and the case in which they were sent. */
  headers: [name: string, value: string][];
  /** The text of the body, cut after 16 KiB; undefined when none was read. */
  body: string | undefined;
}

/** Keeps the last requests. */
export interface Recorder {
  add(exchange: Exchange): void;
  /** The last requests, the oldest first. */
  list(): RecordedRequest[];
  clear(): void;
}

/** Makes a recorder that is empty. */
export function createRecorder(): Recorder {
  let exchanges: Exchange[] = [];
  return {
    add(exchange) {
      exchanges.push(exchange);
      // Cutting at every request would move a hundred entries each time.
      if (exchanges.length >= 2 * KEPT_REQUESTS) exchanges = exchanges.slice(-KEPT_REQUESTS);
    },
    list: () => exchanges.slice(-KEPT_REQUESTS).map(show),
    clear() {
      exchanges = [];
    },
  };
}

/** The part of a body that is kept, without holding on to the rest. */
export function keepBody(body: Buffer | undefined): Buffer | undefined {
  return body === undefined || body.length <= KEPT_BYTES ? body : Buffer.from(body.subarray(0, KEPT_BYTES));
}

function show({ at, method, url, rawHeaders, body, status, scenario, hint }: Exchange): RecordedRequest {
  const mask = createMask(authorizationIn(rawHeaders));
  return {
    at: new Date(at).toISOString(),
    method,
    url: mask.url(url),
    headers: mask.headers(rawHeaders),
    body: body && mask.body(body.toString()),
    status,
    scenario,
    hint,
  };
}
