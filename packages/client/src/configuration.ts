import { checkCallable, checkCount, checkNames, isTextWithout, show } from './check.ts';
import {
  ENVIRONMENTS,
  KEY_PREFIX,
  PARAMETER_OPTIONS,
  PATH,
  type ParameterOptions,
  parametersOf,
} from './generated/contract.ts';
import { USER_AGENT } from './generated/user-agent.ts';
import type { CancelFailure, Outcome, ResponseHeaders } from './result.ts';

/** The name of one of AX Cloud's servers. */
export type Environment = keyof typeof ENVIRONMENTS;

/** The key itself, or a function that gives the current one for each call, for keys that rotate. */
export type ApiKey = string | (() => string | Promise<string>);

/** The part of the global `fetch` that the client uses; `raw` gives it a `Request`, `cancelTourOrder` an address. */
export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** One attempt, for a log. The API key is in none of it. */
export interface Exchange {
  method: string;
  url: string;
  /** The HTTP status; undefined when there was no response. */
  status: number | undefined;
  /** `ok`, or the kind of the failure. */
  kind: 'ok' | CancelFailure['kind'];
  /** What is known of the order after this attempt and those before it; undefined after a success. */
  outcome: Outcome | undefined;
  /** The system's code of a connection that failed, where the runtime tells it. */
  code: string | undefined;
  /** Of the response, after a success as well; undefined when there was none. */
  headers: ResponseHeaders | undefined;
  /** 1 for the first attempt of a call. */
  attempt: number;
  durationMs: number;
}

/** How to reach AX Cloud. Give either `environment` or `baseUrl`. */
export type ChannelClientOptions = {
  /** The API key that AX Cloud issued, without the word before it. */
  apiKey: ApiKey;
  /**
   * Milliseconds for the whole call: the key, all attempts, the pauses between them, and the bodies. Default 15 000: longer
   * than the 10 000 after which Node.js gives a connection up. With a shorter limit, a host that lets connections wait
   * leaves the order unknown, although nothing was sent.
   */
  timeoutMs?: number | undefined;
  /** How often to send again where that is safe: nothing was sent, or the server asked to come back. Default 2. */
  retries?: number | undefined;
  /** Sends the requests in place of the global `fetch`, for a proxy or an own agent. */
  fetch?: Fetch | undefined;
  /** Is told of every attempt as it ends. What it throws, at once or later, is ignored. */
  onExchange?: ((exchange: Exchange) => void) | undefined;
  /**
   * DANGER: lets `baseUrl` be plain http to any machine. Whoever can listen on the way reads the API key and can cancel
   * orders with it. Only for a mock server within one network that you trust, such as that of Docker Compose, and only
   * with a made-up key. AX Cloud's own hosts are refused all the same.
   */
  allowInsecureHttp?: boolean | undefined;
} & ParameterOptions &
  (
    | {
        /** `test` or `production`: AX Cloud's servers as the contract lists them. */
        environment: Environment;
        baseUrl?: undefined;
      }
    | {
        /**
         * Another server, for example a mock, without the contract's path. Plain http is accepted for this machine only, or
         * with `allowInsecureHttp`.
         */
        baseUrl: string;
        environment?: undefined;
      }
  );

/** Options that have been checked. */
export interface Configuration {
  /** Without a slash at the end. */
  baseUrl: string;
  /** Gives the checked key of this call. */
  apiKey: () => string | Promise<string>;
  timeoutMs: number;
  retries: number;
  fetch: Fetch;
  onExchange: ((exchange: Exchange) => void) | undefined;
  /** What every request has, beside the key and the type of its body. */
  headers: Readonly<Record<string, string>>;
  /** What the contract's query parameters add to every address. */
  search: string;
}

const NAMES = [
  'apiKey',
  'environment',
  'baseUrl',
  'timeoutMs',
  'retries',
  'fetch',
  'onExchange',
  'allowInsecureHttp',
  ...PARAMETER_OPTIONS,
];

/**
 * Checks the options at once, so that a wrong one shows at start-up and not at the first cancelled order.
 *
 * @throws {TypeError} naming the option and what to write
 */
export function configure(options: ChannelClientOptions): Configuration {
  const given: ChannelClientOptions = Object(options);
  checkNames('an option', given, NAMES);
  const { apiKey, fetch, onExchange } = given;
  checkCallable('fetch', 'function', fetch);
  checkCallable('onExchange', 'function', onExchange);
  if (typeof apiKey !== 'function') checkKey(apiKey);
  const { headers, search } = parametersOf(given);
  // A browser has its own, and would ask the server first whether it may send another.
  const isBrowser = /^Mozilla/.test(globalThis.navigator?.userAgent);
  return {
    baseUrl: chooseServer(given),
    apiKey: typeof apiKey === 'function' ? async () => checkKey(await apiKey()) : () => apiKey,
    timeoutMs: checkCount('timeoutMs', given.timeoutMs ?? 15_000, 1),
    retries: checkCount('retries', given.retries ?? 2, 0),
    // Looked up for each call, so that an interceptor that is installed later is seen.
    fetch: fetch ?? ((input, init) => globalThis.fetch(input, init)),
    onExchange: onExchange ?? undefined,
    headers: { Accept: 'application/json', ...(isBrowser ? {} : { 'User-Agent': USER_AGENT }), ...headers },
    search,
  };
}

/** The header is a word, one space, the key (the page, 2.1): a space or a line break within would make it another one. */
function checkKey(key: string): string {
  if (isTextWithout(/^$|[^\x21-\x7e]/, key)) return key;
  throw new TypeError(
    `apiKey must be the key in ASCII, without "${KEY_PREFIX}", spaces and line breaks, or a function that returns it.`,
  );
}

/** Without user, query and fragment. */
const ADDRESS = /^https?:[^@?#]*$/;
/** https, or http to this machine. */
const SAFE = /^http(s:\/\/|:\/\/(([^/:]+\.)?localhost|127(\.\d+){3}|\[::1\])[:/])/;

/** The first step of the contract's path. */
const FIRST_STEP = PATH.slice(0, PATH.indexOf('/', 1));

function chooseServer({ environment, baseUrl, allowInsecureHttp }: ChannelClientOptions): string {
  const known = Object.keys(ENVIRONMENTS).join('" or "');
  if (baseUrl != null && environment != null) {
    throw new TypeError('Set either environment or baseUrl, not both.');
  }
  if (baseUrl == null) {
    if (Object.hasOwn(ENVIRONMENTS, environment ?? '')) return ENVIRONMENTS[environment as Environment];
    throw new TypeError(
      `environment is ${show(environment)}. Give "${known}", or the baseUrl of another server.`,
    );
  }
  const { href, hostname } = URL.canParse(baseUrl) ? new URL(baseUrl) : { href: '', hostname: '' };
  // A host name may end with a dot, and is the same.
  const isOwn = Object.values(ENVIRONMENTS).some(
    (url) => new URL(url).hostname === hostname.replace(/\.$/, ''),
  );
  if (!ADDRESS.test(href) || !(SAFE.test(href) || (allowInsecureHttp === true && !isOwn))) {
    throw new TypeError(
      'baseUrl must be a URL with https, or with http to this machine (to a mock elsewhere: set allowInsecureHttp: true), without user, query and fragment.',
    );
  }
  const base = href.replace(/\/+$/, '');
  if (!base.endsWith(FIRST_STEP)) return base;
  throw new TypeError(
    `baseUrl ends with "${FIRST_STEP}". Leave that out: the contract's path begins with it.`,
  );
}
