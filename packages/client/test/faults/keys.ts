import { CODE_ECHO, FORBIDDEN, ORDER, responseWith, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { message, saying, sayingAndEnding } from './message.ts';

/** The key that every call of these servers carries. */
export const KEY = 'secret-key-0123456789';

/** The forms in which these servers write it; Base64 without its padding. */
export const KEY_FORMS: readonly string[] = [KEY, btoa(KEY).replaceAll('=', '').slice(0, -1)];

const key = (does: string, known: Fault['known'], bytes: Buffer | string): Fault => ({
  does: `sends the key back ${does}`,
  known,
  respond: saying(bytes),
});

/** The server sends the key back, and no error may show it. */
export const KEYS: readonly Fault[] = [
  key('in a detail', 'rejected', message(FORBIDDEN.status, JSON.stringify({ detail: `no ${KEY}` }))),
  key(
    'in a header',
    'rejected',
    message(FORBIDDEN.status, JSON.stringify(FORBIDDEN.body), { 'x-authorization': `Token ${KEY}` }),
  ),
  key('in a cookie', 'unknown', message(500, '{}', { 'set-cookie': [`key=${KEY}`, `token=${btoa(KEY)}`] })),
  key('in the page of a failure', 'unknown', message(500, `<pre>Authorization: Token ${KEY}</pre>`)),
  key('in Base64', 'unknown', message(500, `<pre>${btoa(`Token ${KEY}`)}</pre>`)),
  key('in a redirect', 'unknown', message(307, '', { location: `/?key=${KEY}` })),
  key('in the reason phrase', 'unknown', message(`HTTP/1.1 500 No ${KEY}`, '{}')),
  key(
    'in another order',
    'unknown',
    message(SUCCESS, responseWith({ ...ORDER, [CODE_ECHO]: KEY, further: { [KEY]: [KEY] } })),
  ),
  key('in JSON that is cut', 'unknown', message(SUCCESS, `{"key":"${KEY}"`)),
  key('in a status line that is malformed', 'unknown', message(`HTTP/1.1 No ${KEY}`, '{}')),
  key('in a header that is malformed', 'unknown', `HTTP/1.1 500 No\r\nx header: ${KEY}\r\n\r\n`),
  {
    does: 'sends the request back in place of a response',
    known: 'unknown',
    respond: sayingAndEnding(`PATCH / HTTP/1.1\r\nauthorization: Token ${KEY}\r\n\r\n`),
  },
];
