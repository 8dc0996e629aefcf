import { detail, HTML_NOT_FOUND } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { html, refusing, type Server } from '../variant.ts';
import { NOT_FOUND, STATUS_FIELDS } from '../words.ts';

/** Servers that conform in another reading of what the contract leaves open. */
export const readingVariants: Server[] = [
  {
    does: 'refuses a repeated cancel with 409',
    speaks: ['new-status', 'unavoidable-cancel', 'required-in-patch'],
    change: {},
    answers: {
      'second-cancel': 'refused',
      'change-of-kind': 'final',
      // A run cannot rule out that New would reopen an order.
      'new-status': null,
      'required-in-patch': 'enforced',
    },
  },
  {
    does: 'refuses a repeated cancel with 400 and a detail',
    change: { repeat: () => detail(400, 'x') },
    answers: { 'second-cancel': 'refused' },
  },
  {
    does: 'refuses a repeated cancel with 400 and a list of messages',
    change: { repeat: () => ({ status: 400, body: { non_field_errors: ['x'] } }) },
    answers: { 'second-cancel': 'refused' },
  },
  {
    does: 'refuses a repeated cancel with a message about a status',
    change: { repeat: () => ({ status: 400, body: { [STATUS_FIELDS[0] ?? '']: ['x'] } }) },
    answers: { 'second-cancel': 'refused' },
  },
  {
    does: 'repeats and changes a cancel as often as requested',
    speaks: ['new-status', 'unavoidable-cancel'],
    change: { repeat: () => undefined },
    answers: {
      'second-cancel': 'same-answer',
      // A success tells nothing about a further effect of the repeat, nor about the order before it.
      'retry-after-timeout': null,
      'refusal-changes-nothing': null,
      'change-of-kind': 'changeable',
      'new-status': null,
    },
  },
  {
    does: 'responds to a missing or wrong key with 401',
    speaks: ['missing-key-status'],
    change: { unauthorized: () => detail(401, 'x', { 'www-authenticate': 'Token' }) },
    answers: { 'missing-key-status': 'unauthorized' },
  },
  {
    does: 'responds to a missing key with 401 and to a wrong one with 403',
    speaks: ['missing-key-status'],
    change: {
      unauthorized: ({ headers }) =>
        /^Token \S+$/.test(headers.authorization ?? '') ? detail(403, 'x') : detail(401, 'x'),
    },
    answers: { 'missing-key-status': 'both' },
  },
  {
    does: 'refuses New',
    speaks: ['new-status', 'superseded-version'],
    change: refusing(
      STATUS_FIELDS[0] ?? '',
      ({ ax_status, channel_status }) => ax_status === 'New' || channel_status === 'New',
    ),
    answers: { 'new-status': 'refused', 'differing-statuses': 'independent' },
  },
  {
    does: 'accepts only lower-case UUIDs and responds to other codes with an HTML 404',
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
  { does: 'accepts UUIDs in any case', change: { find: (code, orders) => orders.get(code.toLowerCase()) } },
  {
    does: 'redirects an unknown path to the same path with a trailing slash',
    speaks: ['trailing-slash'],
    change: {
      unrouted: (path) =>
        path.endsWith('/') ? HTML_NOT_FOUND : { status: 301, body: '', headers: { location: `${path}/` } },
    },
  },
  {
    does: 'redirects a trailing slash to the path without it',
    speaks: ['trailing-slash'],
    change: {
      unrouted: (path) =>
        path.endsWith('/')
          ? { status: 301, body: '', headers: { location: path.slice(0, -1) } }
          : HTML_NOT_FOUND,
    },
  },
  {
    does: 'also routes a trailing slash',
    speaks: ['trailing-slash'],
    change: { route: (path) => CONFORMING.route(path.replace(/(?<=tour\/.+)\/$/, '')) },
    answers: { 'trailing-slash': 'either' },
  },
  {
    does: 'responds to every unknown path with a JSON detail',
    speaks: ['trailing-slash'],
    change: { unrouted: () => NOT_FOUND },
    answers: { 'trailing-slash': null },
  },
  {
    does: "hides other channels' orders with 404",
    change: { foreign: () => NOT_FOUND },
    answers: { 'other-channels-order': null },
  },
  {
    does: 'responds to other methods in HTML',
    change: { wrongMethod: () => html(405) },
    answers: { 'undeclared-errors': 'any-body' },
  },
  {
    does: 'responds to other media types in HTML',
    change: { wrongMediaType: () => html(415) },
    answers: { 'undeclared-errors': 'any-body' },
  },
  {
    does: 'responds to invalid fields with a single detail',
    change: { invalid: () => detail(400, 'x') },
    answers: { 'invalid-request-answer': 'detail-only' },
  },
  {
    does: 'responds to invalid fields with 422',
    change: { invalid: (errors) => ({ status: 422, body: errors }) },
    answers: { 'invalid-request-answer': 'another-answer' },
  },
  {
    does: 'accepts an empty comment',
    speaks: ['required-legend', 'comment-form'],
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
    does: 'accepts only the exact word Token',
    change: { authorize: (request, key) => request.headers.authorization === `Token ${key}` },
    answers: { 'authorization-format': 'exact-word' },
  },
  {
    does: 'adds four fields to a success',
    speaks: ['response-envelope'],
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
];
