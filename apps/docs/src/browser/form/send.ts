import type { FormData } from '../../form/form-data.ts';
import { judge, type Verdict } from './judge.ts';
import { contextOf, type Entered, urlOf } from './request.ts';

/** The result of a request. */
export interface Result extends Verdict {
  /** Undefined when none came, or the browser hides it. */
  response?: Response | undefined;
  /** Its body; undefined when it is incomplete. */
  text?: string;
}

/** More than any response of AX Cloud needs. */
const MAX_BYTES = 1024 * 1024;

/** Sends a request once, follows no redirect, waits as long as the data say, and judges the response. */
export async function send(data: FormData, entered: Entered, authorization: string): Promise<Result> {
  // The limit includes the body.
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

/** The text of a body. Invalid UTF-8 becomes an empty text, because replaced bytes could look like a valid response. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
