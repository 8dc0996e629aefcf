import {
  CONFORMING,
  checkFields,
  commentError,
  detail,
  HTML_NOT_FOUND,
  NOT_FOUND,
  statusError,
} from '../behaviour.ts';
import { html, type ReadingVariant, refusing, type Variant } from '../variant.ts';

const checks = { ax_status: statusError, channel_status: statusError, comment: commentError };
const CURL = { ax_status: 'ax_order_status', channel_status: 'channel_order_status' };

/** Servers that conform in another reading of what the contract leaves open. */
export const readingVariants: ReadingVariant[] = [
  {
    does: 'refuses a repeat with 409',
    change: {},
    answers: {
      'second-cancel': 'refused',
      'change-of-kind': 'final',
      'new-status': 'accepted',
      'required-in-patch': 'enforced',
    },
  },
  {
    does: 'refuses a repeat with 400 and a detail',
    change: { repeat: () => detail(400, 'x') },
    answers: { 'second-cancel': 'refused' },
  },
  {
    does: 'refuses a repeat with 400 and a list of messages',
    change: { repeat: () => ({ status: 400, body: { non_field_errors: ['x'] } }) },
    answers: { 'second-cancel': 'refused' },
  },
  {
    does: 'refuses a repeat with a message about ax_status',
    change: { repeat: () => ({ status: 400, body: { ax_status: ['x'] } }) },
    answers: { 'second-cancel': 'refused' },
  },
  {
    does: 'repeats and changes a cancel as often as asked',
    change: { repeat: () => undefined },
    answers: { 'second-cancel': 'same-answer', 'change-of-kind': 'changeable', 'new-status': 'reopens' },
  },
  {
    does: 'asks for a token with 401',
    change: { unauthorized: () => detail(401, 'x', { 'www-authenticate': 'Token' }) },
    answers: { 'missing-key-status': 'unauthorized' },
  },
  {
    does: 'asks for a missing token with 401 and refuses a wrong one with 403',
    change: {
      unauthorized: ({ headers }) =>
        /^Token \S+$/.test(headers.authorization ?? '') ? detail(403, 'x') : detail(401, 'x'),
    },
    answers: { 'missing-key-status': 'both' },
  },
  { does: 'looks the order up before it checks the key', change: { lookupFirst: true } },
  {
    does: 'refuses New',
    change: refusing(
      'ax_status',
      ({ ax_status, channel_status }) => ax_status === 'New' || channel_status === 'New',
    ),
    answers: { 'new-status': 'refused', 'differing-statuses': 'independent' },
  },
  {
    does: 'wants lower-case UUIDs and has an HTML 404 for the rest',
    change: {
      route: (path) => {
        const code = CONFORMING.route(path);
        return code !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(code)
          ? code
          : undefined;
      },
    },
    answers: { 'order-code-format': 'uuid' },
  },
  { does: 'takes UUIDs in any case', change: { find: (code, orders) => orders.get(code.toLowerCase()) } },
  {
    does: 'redirects paths without a route to a slash',
    change: {
      unrouted: (path) =>
        path.endsWith('/') ? HTML_NOT_FOUND : { status: 301, body: '', headers: { location: `${path}/` } },
    },
  },
  {
    does: 'redirects a slash at the end away',
    change: {
      unrouted: (path) =>
        path.endsWith('/')
          ? { status: 301, body: '', headers: { location: path.slice(0, -1) } }
          : HTML_NOT_FOUND,
    },
  },
  {
    does: 'routes a slash at the end as well',
    change: { route: (path) => CONFORMING.route(path.replace(/(?<=tour\/.+)\/$/, '')) },
    answers: { 'trailing-slash': 'either' },
  },
  {
    does: 'has a JSON detail for every path that it does not route',
    change: { unrouted: () => NOT_FOUND },
    answers: { 'trailing-slash': null },
  },
  {
    does: "hides other channels' orders with 404",
    change: { foreign: () => NOT_FOUND },
    answers: { 'other-channels-order': 'not-found' },
  },
  {
    does: 'answers methods that it does not have in HTML',
    change: { wrongMethod: () => html(405) },
    answers: { 'undeclared-errors': 'any-body' },
  },
  { does: 'answers media types that it does not read in HTML', change: { wrongMediaType: () => html(415) } },
  {
    does: 'answers every invalid body with one detail',
    change: { invalid: () => detail(400, 'x') },
    answers: { 'invalid-request-answer': 'detail-only' },
  },
  {
    does: 'answers invalid fields with 422',
    change: { invalid: (errors) => ({ status: 422, body: errors }) },
    answers: { 'invalid-request-answer': 'another-answer' },
  },
  {
    does: 'takes an empty comment',
    change: {
      validate: (body) =>
        CONFORMING.validate(
          typeof body === 'object' && body !== null && (body as { comment?: unknown }).comment === ''
            ? { ...body, comment: ' ' }
            : body,
        ),
    },
    answers: { 'comment-form': 'any-text' },
  },
  {
    does: 'sets both statuses by ax_status',
    change: {
      apply(order, { ax_status }) {
        order.axStatus = ax_status;
        order.channelStatus = ax_status;
      },
    },
    answers: { 'differing-statuses': 'one-governs' },
  },
  {
    does: 'takes only the exact word Token',
    change: { authorize: (request, key) => request.headers.authorization === `Token ${key}` },
    answers: { 'authorization-format': 'exact-word' },
  },
  {
    does: 'has four more fields in a success',
    change: {
      success: (order, fields) => {
        const reply = CONFORMING.success(order, fields);
        return {
          ...reply,
          body: {
            ...(reply.body as object),
            comment: fields.comment ?? null,
            cancelled_at: '2026-01-01T00:00:00+09:00',
            status_code: 200,
            tickets: [],
          },
        };
      },
    },
    answers: { 'additional-response-fields': 'more-fields', 'response-envelope': 'flat' },
  },
  {
    does: 'knows its channel by number, as the code in the path',
    change: { find: (code, orders) => orders.get(code) },
  },
  ...(
    [
      ['409', detail(409, 'x')],
      ['400 and a detail', detail(400, 'x')],
      ['400 and a list', { status: 400, body: ['x'] }],
      ['400 and a message about ax_status', { status: 400, body: { ax_status: ['x'] } }],
    ] as const
  ).map(
    ([what, reply]): ReadingVariant => ({
      does: `has only orders that are already cancelled, and says so with ${what}`,
      change: {
        find(code, orders) {
          const order = orders.get(code);
          return order && { ...order, axStatus: 'Traveler cancel' };
        },
        repeat: () => reply,
      },
    }),
  ),
  ...['k', '0', 'invalid2', 'Token', '12345678901', 'a+b/c=$&?%', 'T'].map(
    (key): ReadingVariant => ({ does: `has the key ${key}`, change: { key } }),
  ),
  { does: 'has three orders only', orders: 3, change: {} },
  { does: 'has two orders only', orders: 2, change: {} },
  { does: 'has one order only', orders: 1, change: {} },
  { does: 'has no order', orders: 0, change: {} },
  { does: 'has one order only and repeats a cancel', orders: 1, change: { repeat: () => undefined } },
];

/** Servers that follow another reading where the page contradicts itself: one failure, which names the question. */
export const otherReadingVariants: (Variant & { question: string; reading: string })[] = [
  {
    does: "reads the names of the page's cURL, and calls the table's unknown",
    fails: 'reading.body-names',
    question: 'body-field-names',
    reading: 'curl-names',
    change: {
      validate: (body) => checkFields(body, checks, CURL),
      invalid: (errors) => ({ status: 400, body: errors }),
    },
  },
  {
    does: "reads the names of the page's cURL, and ignores others with 200",
    fails: 'reading.body-names',
    also: /^body\.(empty-object|absent|misnamed|nested|(ax|channel)_status\.(missing|name-case))$/,
    question: 'body-field-names',
    reading: 'curl-names',
    change: {
      validate: (body) => {
        const result = checkFields(body, checks, CURL);
        const missing =
          'errors' in result &&
          Object.values(result.errors).every(([message]) => message === '이 필드는 필수 항목입니다.');
        return missing ? { fields: { ax_status: 'New', channel_status: 'New', comment: undefined } } : result;
      },
    },
  },
  {
    does: 'wants both pairs of names',
    fails: 'reading.body-names',
    question: 'body-field-names',
    reading: 'curl-names',
    change: {
      validate: (body) => {
        const table = CONFORMING.validate(body);
        const curl = checkFields(body, checks, CURL);
        return 'errors' in table ? table : curl;
      },
    },
  },
  {
    does: 'ignores ax_status, and sets both statuses by channel_status',
    fails: 'body.ax_status.missing',
    question: 'superseded-version',
    reading: 'version-57',
    change: {
      validate(body) {
        if (typeof body !== 'object' || body === null || Array.isArray(body))
          return CONFORMING.validate(body);
        return CONFORMING.validate({
          ...body,
          ax_status: (body as { channel_status?: unknown }).channel_status,
        });
      },
    },
  },
  {
    does: 'no longer knows ax_status, and refuses it',
    fails: 'reading.body-names',
    question: 'superseded-version',
    reading: 'version-57',
    change: {
      validate: (body) => {
        if (typeof body === 'object' && body !== null && 'ax_status' in body)
          return { errors: { ax_status: ['x'] } };
        const values =
          Array.isArray(body) || typeof body !== 'object' || body === null
            ? body
            : { ...body, ax_status: (body as { channel_status?: unknown }).channel_status };
        return CONFORMING.validate(values);
      },
    },
  },
  {
    does: 'wraps a success in an envelope',
    fails: 'reading.envelope',
    question: 'response-envelope',
    reading: 'enveloped',
    change: {
      success: (order, fields) => ({
        status: 200,
        body: { status_code: 200, data: CONFORMING.success(order, fields).body },
      }),
    },
  },
  {
    does: 'wraps every response in an envelope',
    fails: 'reading.envelope',
    question: 'response-envelope',
    reading: 'enveloped',
    change: {
      finish: (reply) => ({
        ...reply,
        body: typeof reply.body === 'object' ? { status_code: reply.status, data: reply.body } : reply.body,
      }),
    },
  },
  {
    does: "takes the channel's code in the path",
    fails: 'reading.order-code',
    question: 'order-code-in-path',
    reading: 'channel-code',
    change: {
      success: (order, fields) =>
        CONFORMING.success({ ...order, code: order.channelCode, channelCode: order.code }, fields),
    },
  },
];
