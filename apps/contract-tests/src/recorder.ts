import type { Bilingual } from './bilingual.ts';
import type { Allowance, Exchange } from './case.ts';
import { everyResponseProblems } from './every-response.ts';
import { exchange, type HttpResponse, NoResponse, type OutgoingRequest } from './exchange.ts';
import type { Settings } from './settings.ts';

/** Sends the requests of one case and keeps what came. */
export interface Recorder {
  exchanges: Exchange[];
  /** What breaks the contract in any response, whatever the case makes of it. */
  problems: Bilingual[];
  /** The first exchange with such a problem. */
  readonly offending: Exchange | undefined;
  send(request: OutgoingRequest, allowance?: Allowance): Promise<HttpResponse>;
}

/**
 * Makes the recorder of one case.
 *
 * @param all the exchanges of the whole run, to which these are added
 * @param documented the statuses that the contract declares
 */
export function createRecorder(
  { baseUrl, apiKey, timeoutMs }: Pick<Settings, 'baseUrl' | 'apiKey' | 'timeoutMs'>,
  documented: readonly number[],
  all: Exchange[],
): Recorder {
  const origin = new URL(baseUrl);
  const exchanges: Exchange[] = [];
  const problems: Bilingual[] = [];
  let offending: Exchange | undefined;
  return {
    exchanges,
    problems,
    get offending() {
      return offending;
    },
    async send(request, allowance = {}) {
      const entry: Exchange = { request, response: undefined, failure: undefined, durationMs: 0 };
      exchanges.push(entry);
      all.push(entry);
      try {
        const response = await exchange(origin, request, timeoutMs);
        entry.response = response;
        entry.durationMs = response.durationMs;
        const found = everyResponseProblems(
          response,
          request,
          allowance,
          documented,
          apiKey,
          valuesOf(request),
        );
        if (found.length > 0) offending ??= entry;
        problems.push(...found);
        return response;
      } catch (error) {
        if (error instanceof NoResponse) {
          entry.failure = error.message;
          entry.durationMs = error.durationMs;
        }
        throw error;
      }
    },
  };
}

/** What a response may repeat: the code in the path and the texts of the body. */
function valuesOf({ path, body }: OutgoingRequest): string[] {
  const code = path.split('?')[0]?.split('/').at(-1) ?? '';
  const texts =
    typeof body === 'string' ? [...body.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text) : [];
  return [decode(code), ...texts];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
