import {
  answerElsewhere,
  answerLate,
  answerNothing,
  cutBody,
  keepAsItWas,
  type Perform,
  replyWith,
  resetAfterReading,
  resetBeforeReading,
  truncateJson,
  wrapInEnvelope,
} from './faults.ts';

/**
 * An order code at which the mock does what the contract does not document, so that a client can rehearse it. Nobody
 * knows whether AX Cloud's server ever does; the networks and proxies between it and a channel do.
 */
export interface Rehearsal {
  /** A UUID that ends in the status, in 000 where there is none (as curl prints it), or in 2000 and more for a `200` that is none. */
  orderCode: string;
  /** A short kebab-case name, which the log and `/_mock/requests` show. */
  name: string;
  /** What the client gets. */
  happens: string;
  /** What a client should conclude from it: the outcome, as the client of this repository names it, and what to do. */
  conclude: string;
  perform: Perform;
}

const UNKNOWN = 'Unknown: check the order before you send again.';

const HTML = { 'content-type': 'text/html' };
const page = (title: string) =>
  `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
const JSON_TYPE = { 'content-type': 'application/json' };
const unavailable = JSON.stringify({ detail: 'Service temporarily unavailable, try again later.' });
const throttled = JSON.stringify({
  detail: '요청이 지연(throttled)되었습니다. Expected available in 1 seconds.',
});

/** All rehearsals, in the order of their codes. The README and `--scenarios` list the same. */
export const REHEARSALS: readonly Rehearsal[] = [
  {
    orderCode: code('0000'),
    name: 'no-answer',
    happens:
      'The request is read, and no answer ever comes. The connection stays open, for 5 minutes at most.',
    conclude: UNKNOWN,
    perform: answerNothing,
  },
  {
    orderCode: code('0001'),
    name: 'reset-before-reading',
    happens: 'The connection is reset after the head of the request, before its body is read.',
    conclude: 'Unknown, because nobody can tell it from the next one: check the order.',
    perform: resetBeforeReading,
  },
  {
    orderCode: code('0002'),
    name: 'reset-after-reading',
    happens: 'The connection is reset after the whole request was read.',
    conclude: UNKNOWN,
    perform: resetAfterReading,
  },
  {
    orderCode: code('0307'),
    name: 'redirect-elsewhere',
    happens:
      '`307` with a `Location` on another origin, which is this mock under another name: `/_mock/requests` shows who follows.',
    conclude:
      'Unknown: correct the URL. Never follow, because the key and the body would go to another origin.',
    perform: answerElsewhere,
  },
  {
    orderCode: code('0429'),
    name: 'throttled',
    happens: '`429` with `Retry-After: 1`, each time.',
    conclude: 'Rejected: wait as long as it says, then send again.',
    perform: replyWith(429, { ...JSON_TYPE, 'retry-after': '1' }, throttled),
  },
  {
    orderCode: code('0500'),
    name: 'html-500',
    happens: '`500` with an HTML page.',
    conclude: UNKNOWN,
    perform: replyWith(
      500,
      HTML,
      '\n<!doctype html>\n<html lang="en">\n<head>\n  <title>Server Error (500)</title>\n</head>\n<body>\n  <h1>Server Error (500)</h1><p></p>\n</body>\n</html>\n',
    ),
  },
  {
    orderCode: code('0502'),
    name: 'html-502',
    happens: '`502` with an HTML page, as from a proxy whose server is away.',
    conclude: UNKNOWN,
    perform: replyWith(502, HTML, page('502 Bad Gateway')),
  },
  {
    orderCode: code('0503'),
    name: 'unavailable',
    happens: '`503` without `Retry-After`.',
    conclude: UNKNOWN,
    perform: replyWith(503, JSON_TYPE, unavailable),
  },
  {
    orderCode: code('1503'),
    name: 'unavailable-retry-after',
    happens: '`503` with `Retry-After: 1`, each time.',
    conclude: 'Unknown, though the server asks you to come back: wait as long as it says, then send again.',
    perform: replyWith(503, { ...JSON_TYPE, 'retry-after': '1' }, unavailable),
  },
  {
    orderCode: code('2000'),
    name: 'late-200',
    happens: 'The usual answer, 5 seconds late.',
    conclude: 'Cancelled, if you wait that long. Unknown after a time-out: check the order.',
    perform: answerLate,
  },
  {
    orderCode: code('2001'),
    name: 'not-applied-200',
    happens: 'A `200` whose two statuses are still `New`.',
    conclude: 'Unknown, and not as you asked, because the answer is not the echo: check the order.',
    perform: keepAsItWas,
  },
  {
    orderCode: code('2002'),
    name: 'envelope-200',
    happens: 'A `200` whose order is wrapped as `{ "status_code": 200, "data": … }`.',
    conclude: 'Unknown: the server follows another reading of the page. Check the order, then the contract.',
    perform: wrapInEnvelope,
  },
  {
    orderCode: code('2003'),
    name: 'cut-200',
    happens: 'A `200` whose connection ends in the middle of the body.',
    conclude: UNKNOWN,
    perform: cutBody,
  },
  {
    orderCode: code('2004'),
    name: 'truncated-json-200',
    happens: 'A complete `200` whose JSON breaks off in the middle.',
    conclude: UNKNOWN,
    perform: truncateJson,
  },
];

const byOrderCode = new Map(REHEARSALS.map((rehearsal) => [rehearsal.orderCode, rehearsal]));

/** Finds the rehearsal that an order code stands for, if any. */
export function findRehearsal(orderCode: string | undefined): Rehearsal | undefined {
  return orderCode === undefined ? undefined : byOrderCode.get(orderCode);
}

function code(ending: string): string {
  return `00000000-0000-4000-8000-00000000${ending}`;
}
