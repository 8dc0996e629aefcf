import { FORBIDDEN, INVALID, isDocumented, NOT_FOUND, REFUSALS, RIGHT, SUCCESS } from '../documented.ts';
import type { Fault, Known } from './fault.ts';
import { HTML, message, saying } from './message.ts';

const detail = JSON.stringify({ detail: '이유' });

/** With a documented status below 500, the contract's own body says that the order is as it was. */
function knownOf(status: number, text: string): Known {
  return status < 500 && isDocumented(status, parse(text)) ? 'rejected' : 'unknown';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return Symbol('not JSON');
  }
}

const refusing = (status: number, does: string, text: string, known = knownOf(status, text)): Fault => ({
  does: `responds with ${status}, and ${does}`,
  known,
  respond: saying(message(status, text, does.includes('HTML') ? { 'content-type': 'text/html' } : {})),
});

/** A documented refusal, with its own body and with others. */
export const REFUSED: readonly Fault[] = [
  ...REFUSALS.flatMap(({ status, body }) => {
    const own = JSON.stringify(body);
    return [
      refusing(status, "the contract's body", own),
      refusing(
        status,
        'more fields than the contract has',
        JSON.stringify({ ...body, code: 'x', request_id: 1 }),
      ),
      refusing(status, 'a byte order mark', `\ufeff${own}`),
      refusing(status, 'HTML', HTML),
      refusing(status, 'nothing', ''),
      refusing(status, 'an empty object', '{}'),
      refusing(status, 'null', 'null'),
      refusing(status, 'a text', '"no"'),
      refusing(status, 'a list', `[${own}]`),
      refusing(status, 'JSON that is cut', own.slice(0, -2)),
      refusing(status, 'a detail that is a number', '{"detail":1}'),
      refusing(status, 'a detail that is a list', '{"detail":["no"]}'),
      refusing(status, 'another form of error', '{"errors":[{"message":"no"}]}'),
      refusing(status, 'the cancelled order', RIGHT),
    ];
  }),
  ...[FORBIDDEN, NOT_FOUND].map(({ status }) =>
    // The page prints these two bodies like this.
    refusing(status, 'its detail in single quotes, as the page has it', "{'detail': '이유'}", 'rejected'),
  ),
  refusing(INVALID.status, 'a message that is not in a list', '{"ax_status":"no"}'),
  {
    does: 'succeeds with the body of a refusal',
    known: 'unknown',
    respond: saying(message(SUCCESS, JSON.stringify(NOT_FOUND.body))),
  },
];

/** These statuses say that the request was turned away, whatever the body says. */
const TURNED_AWAY = [401, 405, 415, 429];

const undocumented = (statuses: readonly number[]) => statuses.filter((status) => !isDocumented(status));
const known = (status: number): Known => (TURNED_AWAY.includes(status) ? 'rejected' : 'unknown');
const status = (code: number, does: string, body: string, headers = {}): Fault => ({
  does: `responds with ${code} and ${does}`,
  known: known(code),
  respond: saying(message(code, body, headers)),
});
const without = (code: number, does: string): Fault => ({
  does: `responds with ${code} and ${does}`,
  known: known(code),
  // It has no body by HTTP, and so no length.
  respond: saying(`HTTP/1.1 ${code} Status\r\ndate: now\r\n\r\n`),
});

/** Statuses that the contract does not have. */
export const STATUSES: readonly Fault[] = [
  ...undocumented([201, 202, 203, 206, 207, 208, 226, 299]).map((code) =>
    status(code, 'the cancelled order', RIGHT),
  ),
  ...undocumented([201, 202, 203]).map((code) => status(code, 'nothing', '')),
  without(204, 'nothing'),
  status(205, 'nothing', ''),
  without(304, 'nothing'),
  ...undocumented([401, 405, 409, 415, 422, 429, 500, 502, 503, 504]).flatMap((code) => [
    status(code, 'JSON', detail),
    status(code, 'HTML', HTML, { 'content-type': 'text/html' }),
    status(code, 'nothing', ''),
    status(code, 'the cancelled order', RIGHT),
  ]),
  ...undocumented([
    402, 406, 407, 408, 410, 411, 412, 413, 414, 416, 417, 418, 423, 424, 425, 426, 428, 431, 451, 499,
  ]).map((code) => status(code, 'JSON', detail)),
  ...undocumented([501, 505, 507, 508, 511, 520, 522, 524, 599]).map((code) => status(code, 'JSON', detail)),
];
