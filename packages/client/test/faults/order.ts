import { bodyFor, CODE, INPUT, OTHER_CODE, STATUS, STATUSES } from '../call.ts';
import { CODE_ECHO, ECHOES, ORDER, REQUIRED, responseWith, STATUS_ECHOES, SUCCESS } from '../documented.ts';
import type { Fault } from './fault.ts';
import { message, saying } from './message.ts';

const success = (does: string, body: unknown): Fault => ({
  does,
  known: 'unknown',
  respond: saying(message(SUCCESS, JSON.stringify(body))),
});
const order = (does: string, fields: unknown): Fault => success(does, JSON.parse(responseWith(fields)));
const echo = (does: string, field: string, value: unknown): Fault =>
  order(`${does} in ${field}`, { ...ORDER, [field]: value });

const [status = STATUS, otherStatus = STATUS] = [STATUS, STATUSES.find((one) => one !== STATUS)];
const statuses = (does: string, value: unknown): Fault =>
  order(does, { ...ORDER, ...Object.fromEntries(STATUS_ECHOES.map((field) => [field, value])) });

/** The order is another one, or is not in the state that was asked for. */
export const ORDERS: readonly Fault[] = [
  ...Object.entries(ECHOES).flatMap(([field, value]) => [
    echo('has null', field, null),
    echo('has a list of the right value', field, [value]),
    echo('has a space after the right value', field, `${value} `),
    echo('has upper case', field, String(value).toUpperCase()),
  ]),
  echo('has an empty text', CODE_ECHO, ''),
  echo('has a number', CODE_ECHO, 1),
  echo('has true', CODE_ECHO, true),
  echo('has an object with the right value', CODE_ECHO, { code: CODE }),
  echo('has a line break before the right value', CODE_ECHO, `\n${CODE}`),
  echo('has a character without width', CODE_ECHO, `${CODE}\u200b`),
  echo('has a part of the right value', CODE_ECHO, CODE.slice(0, -1)),
  echo('has the right value twice', CODE_ECHO, `${CODE}${CODE}`),
  ...REQUIRED.map((field) => order(`leaves out ${field}`, { ...ORDER, [field]: undefined })),
  order(
    'writes the names of the fields in another way',
    Object.fromEntries(
      Object.entries(ORDER).map(([name, value]) => [
        name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
    ),
  ),
  echo('has another order', CODE_ECHO, OTHER_CODE),
  echo('has braces', CODE_ECHO, `{${CODE}}`),
  echo('has a URN', CODE_ECHO, `urn:uuid:${CODE}`),
  echo('has no dashes', CODE_ECHO, CODE.replaceAll('-', '')),
  echo('has the path', CODE_ECHO, `/v1/channel/orders/tour/${CODE}`),
  echo('has the placeholder', CODE_ECHO, `{${CODE_ECHO}}`),
  statuses('leaves the order open', 'New'),
  statuses('puts the order into an unknown status', 'Refunding'),
  statuses('only asks for the cancel', `${status} requested`),
  statuses('cancels for another reason', otherStatus),
  statuses('translates the status', '여행자 취소'),
  statuses('writes the status with an underscore', status.replaceAll(' ', '_')),
  statuses('writes the status with another space', status.replaceAll(' ', '\u00a0')),
  statuses('has the order code for a status', CODE),
  ...STATUS_ECHOES.map((field) => echo('leaves the order open', field, 'New')),
  order('has the status for an order code', { ...ORDER, [CODE_ECHO]: STATUS }),
  order('sends the request back', bodyFor(INPUT)),
  order('sends the order code alone', { [CODE_ECHO]: CODE }),
  order('sends an error in the order', { detail: 'not found', code: 404 }),
  success('wraps the order in one more envelope', {
    status_code: SUCCESS,
    data: JSON.parse(responseWith(ORDER)),
  }),
  success('wraps the order in a list of results', { results: [ORDER], count: 1 }),
  success('wraps an error in an envelope', { status_code: 404, data: null, message: 'not found' }),
  success('says that it failed', { success: false, error: 'The order has departed.' }),
  success('says that it will cancel later', { status: 'accepted', job: '1' }),
];
