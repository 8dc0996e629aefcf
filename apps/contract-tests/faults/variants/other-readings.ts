import { CONFORMING, checkFields, commentError, HTML_NOT_FOUND, statusError } from '../behaviour.ts';
import { FIRST, type Variant } from '../variant.ts';
import { allInSingleQuotes } from './errors.ts';

const checks = { ax_status: statusError, channel_status: statusError, comment: commentError };
const CURL = { ax_status: 'ax_order_status', channel_status: 'channel_order_status' };

/** Servers that follow another reading where that breaks the contract. */
export interface OtherReading extends Variant {
  question: string;
  reading: string;
}

/** Each has one failure more than a conforming server, and that one names the question. */
export const otherReadingVariants: OtherReading[] = [
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
    answers: { 'required-in-patch': 'partial' },
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
    does: "takes the channel's code in the path",
    fails: 'reading.order-code',
    question: 'order-code-in-path',
    reading: 'channel-code',
    change: {
      success: (order, fields) =>
        CONFORMING.success({ ...order, code: order.channelCode, channelCode: order.code }, fields),
    },
  },
  {
    does: 'sets both statuses by ax_status',
    fails: 'cancel.mixed',
    question: 'differing-statuses',
    reading: 'one-governs',
    change: {
      apply(order, { ax_status }) {
        order.axStatus = ax_status;
        order.channelStatus = ax_status;
      },
    },
  },
  ...[301, 308].map(
    (status): OtherReading => ({
      does: `redirects its path with ${status} to the same with a slash`,
      fails: FIRST,
      question: 'trailing-slash',
      reading: 'with',
      change: {
        route: (path) => (path.endsWith('/') ? CONFORMING.route(path.slice(0, -1)) : undefined),
        unrouted: (path) =>
          path.endsWith('/') ? HTML_NOT_FOUND : { status, body: '', headers: { location: `${path}/` } },
      },
    }),
  ),
  {
    does: 'writes all its errors in the single quotes of the page',
    fails: 'order.unknown',
    also: /^(auth|order|headers|cancel\.channel-code)\b/,
    question: 'error-body-quotes',
    reading: 'single-quotes',
    change: { finish: allInSingleQuotes },
    answers: { 'invalid-request-answer': null, 'undeclared-errors': 'any-body' },
  },
];
