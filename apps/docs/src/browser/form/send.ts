import type { FormData } from '../../form/form-data.ts';
import { judge, type Verdict } from './judge.ts';
import { contextOf, type Entered, urlOf } from './request.ts';

/** What came of a request. */
export interface Result extends Verdict {
  /** Undefined where none came, or the browser hides it. */
  response?: Response | undefined;
  /** Its body; undefined where it did not come to its end. */
  text?: string;
}

/** More than any response of AX Cloud's has. */
const MAX_BYTES = 1024 * 1024;

/** Sends a request once, follows nothing, waits no longer than the data say, and judges what comes. */
export async function send(data: FormData, entered: Entered, authorization: string): Promise<Result> {
  // Until the end of the body.
  const signal = AbortSignal.timeout(data.seconds * 1000);
  let response: Response | undefined;
  try {
    response = await fetch(urlOf(data, entered), {
      method: data.method,
      headers: [
        ['Authorization', authorization],
        ['Content-Type', 'application/json'],
        ...entered.headers,
      ].filter(([, value]) => value !== '') as [string, string][],
      body: entered.body,
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (response.type === 'opaqueredirect') return { why: 'redirected' };
    const bytes = await response.arrayBuffer();
    const text = decode(bytes);
    const verdict: Verdict =
      bytes.byteLength > MAX_BYTES
        ? { why: 'tooLarge' }
        : judge(data, contextOf(data, entered), response.status, text);
    return { ...verdict, response, text };
  } catch {
    const why = signal.aborted ? 'timeout' : response === undefined ? 'network' : 'cut';
    return { why, response };
  }
}

/** The text of a body; empty where it is not UTF-8, because a guess at what its bytes mean could look like a response. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
