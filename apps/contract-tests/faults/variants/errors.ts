import { detail, type Reply } from '../behaviour.ts';
import { crash, html, type Variant } from '../variant.ts';
import { NOT_FOUND, WRONG_KEY } from '../words.ts';

/** Hangul that is written in one encoding and read in another. */
const inLatin = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const inQuestionMarks = (text: string) => text.replace(/[가-힣]/g, '?');
/** The page's text for 404, written in EUC-KR and read as Latin-1. */
const EUC_KR_IN_LATIN = 'Ã£À» ¼ö ¾ø½À´Ï´Ù.';
/** The bytes of `{"detail":"…"}` with a text in EUC-KR. */
const EUC_KR = Buffer.concat([Buffer.from('{"detail":"'), Buffer.from([0xc3, 0xeb]), Buffer.from('"}')]);

const textOf = ({ body }: Reply) => (body as { detail: string }).detail;

/** Errors of a wrong form, for each of the two documented errors. */
const forms = (status: number, right: Reply): [what: string, reply: Reply][] => [
  ['an HTML page', html(status)],
  ['an empty body', { status, body: '' }],
  ['plain text', { status, body: 'Refused', headers: { 'content-type': 'text/plain' } }],
  ['`message` in place of `detail`', { status, body: { message: 'x' } }],
  ['an empty detail', detail(status, '')],
  ['a detail that is an object', { status, body: { detail: { code: 1 } } }],
  ['an error inside an error', { status, body: { error: { detail: 'x' } } }],
  ['UTF-8 that was read as Latin-1', detail(status, inLatin(textOf(right)))],
  ['question marks in place of Hangul', detail(status, inQuestionMarks(textOf(right)))],
];

/** Further errors, for a bad key only. */
const OF_KEY: [what: string, reply: Reply][] = [
  ['JSON that is declared as text/plain', { ...WRONG_KEY, headers: { 'content-type': 'text/plain' } }],
  ['a detail that is a list', { status: WRONG_KEY.status, body: { detail: ['x'] } }],
  ['a detail that is null', { status: WRONG_KEY.status, body: { detail: null } }],
  ['a detail that is a number', { status: WRONG_KEY.status, body: { detail: 403 } }],
  ['a list', { status: WRONG_KEY.status, body: [{ detail: 'x' }] }],
  ['a JSON string', { status: WRONG_KEY.status, body: '"Forbidden"' }],
  ['text in EUC-KR', { status: WRONG_KEY.status, body: EUC_KR }],
  ['two fields with one name', { status: WRONG_KEY.status, body: '{"detail":"a","detail":"b"}' }],
  [
    'a stack trace',
    {
      status: WRONG_KEY.status,
      body: { detail: 'Traceback (most recent call last):\n  File "views.py", line 3' },
    },
  ],
  ['200 and the body of the error', { ...WRONG_KEY, status: 200 }],
  ['400', { ...WRONG_KEY, status: 400 }],
  ['404', { ...WRONG_KEY, status: 404 }],
  ['405', { ...WRONG_KEY, status: 405 }],
  ['a redirect to a login', { status: 302, body: '', headers: { location: '/login/' } }],
];

/** Further errors, for an unknown order code only. */
const OF_CODE: [what: string, reply: Reply][] = [
  ['EUC-KR that was read as Latin-1', detail(404, EUC_KR_IN_LATIN)],
  ['200', { status: 200, body: { detail: 'x' } }],
  ['400', detail(400, 'x')],
  ['410', detail(410, 'x')],
  ['500', crash()],
  ['204', { status: 204, body: '' }],
  ['a redirect', { status: 302, body: '', headers: { location: '/orders/' } }],
];

/** Stack traces on the error pages of development servers. */
const PAGES_WITH_A_TRACE: readonly [of: string, lines: string][] = [
  ['Express', '<br> &nbsp; &nbsp;at parse (/srv/app/body.js:92:19)'],
  ['Werkzeug', '\nFile &quot;/srv/app/views.py&quot;, line 40'],
];

/** The cases that send a made-up code, and so get the same response. */
const MADE_UP = /^(order|headers|cancel\.channel-code|auth|method)\b/;

/** Servers with errors that differ from the documented ones. */
export const errorVariants: Variant[] = [
  ...[...forms(WRONG_KEY.status, WRONG_KEY), ...OF_KEY].map(
    ([what, reply]): Variant => ({
      does: `responds to a bad key with ${what}`,
      speaks: ['missing-key-status'],
      fails: 'auth.wrong-key',
      also: /^auth\./,
      change: { unauthorized: () => reply },
    }),
  ),
  ...[...forms(NOT_FOUND.status, NOT_FOUND), ...OF_CODE].map(
    ([what, reply]): Variant => ({
      does: `responds to an unknown order code with ${what}`,
      fails: 'order.unknown',
      also: MADE_UP,
      change: { notFound: () => reply },
    }),
  ),
  {
    does: 'responds to an unknown order code with 403',
    fails: 'order.unknown',
    also: /^order\./,
    change: { notFound: () => detail(403, 'x') },
  },
  {
    does: 'writes only the error for a bad key in the single quotes of the page',
    speaks: ['missing-key-status'],
    fails: 'auth.wrong-key',
    also: /^auth\./,
    change: { unauthorized: () => inSingleQuotes(WRONG_KEY) },
    answers: { 'error-body-quotes': null },
  },
  {
    does: 'writes only the error for an unknown order code in the single quotes of the page',
    fails: 'order.unknown',
    also: MADE_UP,
    change: { notFound: () => inSingleQuotes(NOT_FOUND) },
    answers: { 'error-body-quotes': null },
  },
  {
    does: 'swaps the texts of 403 and 404',
    speaks: ['missing-key-status'],
    fails: 'order.unknown',
    also: /^(order|auth|headers|cancel\.channel-code)\b/,
    change: {
      unauthorized: () => ({ ...NOT_FOUND, status: WRONG_KEY.status }),
      notFound: () => ({ ...WRONG_KEY, status: NOT_FOUND.status }),
    },
  },
  {
    does: 'wraps every response in an envelope, errors too',
    speaks: ['response-envelope'],
    question: 'response-envelope',
    fails: 'reading.envelope',
    also: /^(order|auth|headers|cancel\.channel-code)\b/,
    change: {
      finish: (reply) => ({
        ...reply,
        body: typeof reply.body === 'object' ? { status_code: reply.status, data: reply.body } : reply.body,
      }),
    },
    answers: {
      'response-envelope': 'enveloped',
      'invalid-request-answer': 'another-answer',
      'undeclared-errors': 'any-body',
    },
  },
  {
    does: 'writes its errors in EUC-KR',
    speaks: ['missing-key-status'],
    fails: 'order.unknown',
    also: /^(order|auth|headers|cancel\.channel-code)\b/,
    change: {
      unauthorized: () => ({ status: WRONG_KEY.status, body: EUC_KR }),
      notFound: () => ({ status: NOT_FOUND.status, body: EUC_KR }),
    },
  },
  {
    does: "responds to another channel's order with HTML",
    fails: 'order.foreign',
    change: { foreign: () => html(403) },
  },
  {
    does: 'shows a line of a stack trace in a 400',
    fails: 'body.unreadable',
    also: /^body\./,
    change: { unreadable: () => detail(400, 'File "/srv/app/views.py", line 40, in patch') },
  },
  ...PAGES_WITH_A_TRACE.map(
    ([of, lines]): Variant => ({
      does: `shows a stack trace of ${of} on an HTML page with 400`,
      fails: 'body.unreadable',
      also: /^body\./,
      answers: { 'invalid-request-answer': null },
      change: { unreadable: () => ({ ...html(400), body: `<!doctype html><pre>SyntaxError${lines}</pre>` }) },
    }),
  ),
];

/** An error as the page prints it. */
function inSingleQuotes(reply: Reply): Reply {
  return { ...reply, body: JSON.stringify(reply.body).replaceAll('"', "'") };
}

/** Writes every JSON error as the page prints it. */
export const allInSingleQuotes = (reply: Reply) =>
  reply.status >= 400 && typeof reply.body === 'object' ? inSingleQuotes(reply) : reply;
