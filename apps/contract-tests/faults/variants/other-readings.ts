import { HTML_NOT_FOUND } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { checkFields } from '../field-rules.ts';
import type { Variant } from '../variant.ts';
import { FIRST } from '../words.ts';
import { CURL_RULES } from './curl-names.ts';
import { allInSingleQuotes } from './errors.ts';
import { skippingMissing } from './missing-fields.ts';

/** A server that follows another reading and so breaks the contract. */
export interface OtherReading extends Variant {
  question: string;
  reading: string;
}

/** The case in `fails` names the question. */
export const otherReadingVariants: OtherReading[] = [
  {
    does: "reads the names from the page's cURL and requires them",
    fails: 'reading.body-names',
    speaks: ['body-field-names', 'required-in-patch'],
    question: 'body-field-names',
    reading: 'curl-names',
    change: {
      validate: (body) => checkFields(body, CURL_RULES),
    },
  },
  {
    does: "reads the names from the page's cURL and ignores others with 200",
    fails: 'reading.body-names',
    also: /^body\.(empty-object|absent|misnamed|nested|(ax|channel)_status\.(missing|name-case))$/,
    speaks: ['body-field-names', 'required-in-patch'],
    question: 'body-field-names',
    reading: 'curl-names',
    answers: { 'required-in-patch': 'partial' },
    change: { validate: skippingMissing(CURL_RULES) },
  },
  {
    does: 'ignores ax_status and sets both statuses from channel_status',
    fails: 'body.ax_status.missing',
    speaks: ['superseded-version', 'body-field-names', 'required-in-patch'],
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
    does: 'refuses ax_status as an unknown field',
    fails: 'reading.body-names',
    speaks: ['superseded-version', 'body-field-names', 'required-in-patch'],
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
    speaks: ['response-envelope'],
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
    does: "expects the channel's code in the path",
    fails: 'reading.order-code',
    speaks: ['order-code-in-path'],
    question: 'order-code-in-path',
    reading: 'channel-code',
    change: {
      success: (order, fields) =>
        CONFORMING.success({ ...order, code: order.channelCode, channelCode: order.code }, fields),
    },
  },
  {
    does: 'sets both statuses from ax_status',
    fails: 'cancel.mixed',
    speaks: ['superseded-version', 'unavoidable-cancel'],
    question: 'differing-statuses',
    reading: 'one-governs',
    change: {
      apply: (order, fields) => CONFORMING.apply(order, { ...fields, channel_status: fields.ax_status }),
    },
  },
  ...[301, 308].map(
    (status): OtherReading => ({
      does: `redirects with ${status} to the path with a trailing slash`,
      fails: FIRST,
      speaks: ['trailing-slash'],
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
