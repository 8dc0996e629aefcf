import { detail, parseJson } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { refusing, type UnspecifiedVariant } from '../variant.ts';
import { STATUS_FIELDS } from '../words.ts';

/** Unspecified handling of bodies and of cancelled orders. */
export const unspecifiedBodies: UnspecifiedVariant[] = [
  {
    does: "also finds an order by the channel's code",
    shows: 'cancel.channel-code',
    answers: { 'order-code-in-path': 'either-code' },
    change: {
      find: (code, orders) =>
        orders.get(code) ?? [...orders.values()].find(({ channelCode }) => channelCode === code),
    },
  },
  {
    does: 'refuses a comment of spaces',
    speaks: ['required-legend'],
    shows: 'body.comment.blank',
    change: {
      validate: (body) =>
        (body as { comment?: unknown } | null)?.comment === '   '
          ? { errors: { comment: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  {
    does: 'refuses a NUL character in a comment',
    speaks: ['required-legend'],
    shows: 'body.comment.nul',
    change: {
      validate: (body) =>
        String((body as { comment?: unknown } | null)?.comment).includes('\0')
          ? { errors: { comment: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  {
    does: 'ignores a byte order mark',
    shows: 'body.byte-order-mark',
    change: {
      parse: (bytes) =>
        parseJson(bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? bytes.subarray(3) : bytes),
    },
  },
  {
    does: 'responds to text/plain with 422',
    shows: 'body.media-type',
    change: {
      wrongMediaType: (type) =>
        type === 'text/plain' ? { status: 422, body: { detail: 'x' } } : detail(415, 'x'),
    },
  },
  {
    does: 'responds to an invalid field with 422',
    shows: `body.${STATUS_FIELDS[0]}.unlisted`,
    answers: { 'invalid-request-answer': 'another-answer' },
    change: { invalid: (errors) => ({ status: 422, body: errors }) },
  },
  {
    does: 'responds to an invalid field with JSON of another form',
    shows: `body.${STATUS_FIELDS[0]}.unlisted`,
    answers: { 'invalid-request-answer': 'another-answer' },
    change: { invalid: () => ({ status: 400, body: { errors: 'x' } }) },
  },
  {
    does: 'responds to an unreadable body with 422',
    shows: 'body.unreadable',
    change: { unreadable: () => detail(422, 'x') },
  },
  {
    does: 'responds to a repeated cancel with 200',
    shows: 'cancel.repeat',
    answers: {
      'second-cancel': 'same-answer',
      'retry-after-timeout': null,
      'refusal-changes-nothing': null,
    },
    change: {
      repeat: (order, { ax_status }) =>
        ax_status === order.axStatus
          ? CONFORMING.success(order, { ax_status, channel_status: ax_status, comment: undefined })
          : detail(409, 'x'),
    },
  },
  {
    does: 'refuses a repeated cancel with 400',
    shows: 'cancel.repeat',
    change: { repeat: () => detail(400, 'x') },
  },
  {
    does: 'changes the kind of a cancel',
    speaks: ['unavoidable-cancel'],
    shows: 'cancel.other-kind',
    answers: { 'change-of-kind': 'changeable' },
    change: {
      repeat: (order, { ax_status }) =>
        ax_status === order.axStatus || ax_status === 'New' ? detail(409, 'x') : undefined,
    },
  },
  {
    does: 'reopens a cancelled order',
    speaks: ['new-status'],
    shows: 'cancel.reopen',
    answers: { 'new-status': 'reopens' },
    change: { repeat: (_order, { ax_status }) => (ax_status === 'New' ? undefined : detail(409, 'x')) },
  },
  {
    does: 'refuses New',
    speaks: ['new-status'],
    shows: 'cancel.new',
    answers: { 'new-status': 'refused' },
    change: refusing(STATUS_FIELDS[0] ?? '', ({ ax_status }) => ax_status === 'New'),
  },
  {
    does: 'refuses differing statuses',
    speaks: ['required-in-patch', 'superseded-version', 'unavoidable-cancel'],
    shows: 'cancel.mixed',
    answers: { 'differing-statuses': 'equal' },
    change: refusing('non_field_errors', ({ ax_status, channel_status }) => ax_status !== channel_status),
  },
  {
    does: 'accepts an empty comment',
    speaks: ['required-legend', 'comment-form'],
    shows: 'body.comment.empty',
    answers: { 'comment-form': 'any-text' },
    change: {
      validate: (body) => {
        const values =
          typeof body === 'object' &&
          body !== null &&
          !Array.isArray(body) &&
          (body as { comment?: unknown }).comment === ''
            ? { ...body, comment: ' ' }
            : body;
        return CONFORMING.validate(values);
      },
    },
  },
  {
    does: 'refuses a number as a comment',
    speaks: ['required-legend'],
    shows: 'body.comment.type.number',
    change: {
      validate: (body) =>
        typeof (body as { comment?: unknown } | null)?.comment === 'number'
          ? { errors: { comment: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  {
    does: 'refuses an unknown field',
    shows: 'body.extra-field',
    change: {
      validate: (body) =>
        typeof body === 'object' && body !== null && 'reason' in body
          ? { errors: { reason: ['x'] } }
          : CONFORMING.validate(body),
    },
  },
  ...[255, 4999].map(
    (most): UnspecifiedVariant => ({
      does: `refuses a comment of more than ${most.toLocaleString('en-US')} characters`,
      speaks: ['required-legend'],
      shows: 'cancel.comment.long',
      change: refusing('comment', ({ comment = '' }) => comment.length > most),
    }),
  ),
];
