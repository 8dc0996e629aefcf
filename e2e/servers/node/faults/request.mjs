import { STATUSES } from '../shop.mjs';

const [TRAVELER] = STATUSES;
const isObject = (body) => typeof body === 'object' && body !== null && !Array.isArray(body);
const FIELDS = ['ax_status', 'channel_status'];

/** Changes bodies that are objects. */
const onObject = (change) => ({ normalise: (body) => (isObject(body) ? change(body) : body) });

/** Changes each status that the body has. */
const onStatus = (change, fields = FIELDS) =>
  onObject((body) => {
    const changed = fields.filter((name) => name in body).map((name) => [name, change(body[name])]);
    return { ...body, ...Object.fromEntries(changed) };
  });

const onText = (change, fields) =>
  onStatus((value) => (typeof value === 'string' ? change(value) : value), fields);

const crashIf = (meets, why) => ({
  normalise: (body) => {
    if (meets(body)) throw new TypeError(why);
    return body;
  },
});

const crashOnComment = (pattern, why) => crashIf((body) => pattern.test(body?.comment ?? ''), why);

const objectIf = (meets, field, message) => ({
  objections: (body) => (meets(body) ? { [field]: [message] } : {}),
});

const listed = (value) => (STATUSES.includes(value) ? value : TRAVELER);
const capitalised = (value) => value.charAt(0).toUpperCase() + value.slice(1).toLowerCase();

/** Faults in what a body may be, and methods beside PATCH. */
export const requestFaults = {
  'body.ax-status-optional': onObject((body) => ({ ax_status: body.channel_status, ...body })),
  'body.channel-status-optional': onObject((body) => ({ channel_status: body.ax_status, ...body })),
  'body.ax-status-unlisted': onText(listed, ['ax_status']),
  'body.channel-status-unlisted': onText(listed, ['channel_status']),
  'body.status-any-case': onText(capitalised),
  'body.status-trimmed': onText((value) => value.trim()),
  'body.status-underscore': onText((value) => value.replaceAll('_', ' ')),
  'body.status-null': onStatus((value) => value ?? TRAVELER),
  'body.status-array': onStatus((value) => (Array.isArray(value) ? value[0] : value)),
  'body.status-empty': onText((value) => value || TRAVELER),
  'body.empty-accepted': onObject((body) =>
    Object.keys(body).length === 0 ? { ax_status: TRAVELER, channel_status: TRAVELER } : body,
  ),
  'body.list-accepted': { normalise: (body) => (Array.isArray(body) && body.length > 0 ? body[0] : body) },
  'body.unwrapped': onObject((body) => Object.values(body).find(isObject) ?? body),
  'body.broken-accepted': {
    repair: (text) => {
      try {
        return JSON.parse(text);
      } catch {
        return { ax_status: TRAVELER, channel_status: TRAVELER };
      }
    },
  },
  'body.any-type': { readsAnyType: true },
  'body.misnamed-accepted': onObject((body) => ({
    ax_status: body.ax_order_status,
    channel_status: body.channel_order_status,
    ...body,
  })),
  'body.extra-field-refused': objectIf(
    (body) => Object.keys(body).some((name) => ![...FIELDS, 'comment'].includes(name)),
    'non_field_errors',
    'Unknown field.',
  ),
  'body.traveler-only': objectIf(
    (body) => body.ax_status === 'Unavoidable cancel',
    'ax_status',
    '"Unavoidable cancel"이 유효하지 않은 선택(choice)입니다.',
  ),
  'body.new-refused': objectIf((body) => body.ax_status === 'New', 'ax_status', 'Not a cancel.'),
  'body.unequal-refused': objectIf(
    (body) => body.ax_status !== body.channel_status,
    'non_field_errors',
    'The statuses differ.',
  ),
  'comment.refused': objectIf((body) => body.comment !== undefined, 'comment', 'Unknown field.'),
  'comment.required': objectIf((body) => body.comment === undefined, 'comment', '이 필드는 필수 항목입니다.'),
  'comment.short': objectIf((body) => (body.comment ?? '').length > 1000, 'comment', 'Too long.'),
  'comment.ascii': objectIf((body) => /[^\0-\x7f]/.test(body.comment ?? ''), 'comment', 'Not ASCII.'),
  'comment.crash-on-emoji': crashOnComment(/\p{Extended_Pictographic}/u, 'Incorrect string value'),
  'comment.crash-when-long': crashOnComment(/^.{1000}/s, 'value too long for type character varying(999)'),
  'comment.crash-on-quote': crashOnComment(/['"]/, 'unterminated quoted string'),
  'comment.crash-on-line-break': crashOnComment(/\n/, 'Invalid header value'),
  'comment.crash-when-absent': crashIf(
    (body) => isObject(body) && 'ax_status' in body && !('comment' in body),
    'comment is undefined',
  ),
  'body.crash-on-list': crashIf(Array.isArray, 'body.ax_status is undefined'),
  'body.crash-when-empty': crashIf(
    (body) => isObject(body) && Object.keys(body).length === 0,
    'ax_status is undefined',
  ),
  'body.crash-on-number': crashIf(
    (body) => isObject(body) && typeof body.ax_status === 'number',
    'trim is not a function',
  ),
  'body.crash-on-null-status': crashIf(
    (body) => isObject(body) && body.ax_status === null,
    'cannot read properties of null',
  ),
  'body.crash-on-unlisted': crashIf(
    (body) => isObject(body) && typeof body.ax_status === 'string' && !STATUSES.includes(body.ax_status),
    'no handler for this status',
  ),
  'body.crash-when-absent': crashIf((body) => body === undefined || body === null, 'body is undefined'),
  'method.put': { methods: ['put'] },
  'method.post': { methods: ['post'] },
  'method.delete': { methods: ['delete'] },
};
