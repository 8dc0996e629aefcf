import { detail, type Order } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { broken, onOrder, onStatus, type Variant } from '../variant.ts';
import { SUCCESS } from '../words.ts';

/** Private data, each as a field of a success. */
const IN_A_BODY: readonly [what: string, value: Record<string, unknown>][] = [
  ['the e-mail address of the traveler', { traveler: 'kim@example.com' }],
  ['the phone number of the traveler', { phone: '010-1234-5678' }],
  ['a phone number without hyphens', { phone: '01012345678' }],
  ['an international phone number', { phone: '+82 10-1234-5678' }],
  ['a resident registration number', { id: '900101-1234567' }],
  ['a password', { password: 'x' }],
  ['a secret key', { debug: 'SECRET_KEY=abcdef' }],
  ['the password of its database', { debug: 'postgres://app:hunter2@db/orders' }],
  ['an access key of AWS', { debug: 'AKIAIOSFODNN7EXAMPLE' }],
  ['an address of its own network', { upstream: 'http://10.20.3.4:8080/orders' }],
  ['its SQL', { debug: 'UPDATE orders SET status = 1' }],
  ['the key', { key: CONFORMING.key }],
  ['the key in Base64', { key: Buffer.from(CONFORMING.key).toString('base64') }],
];

const IN_A_HEADER: readonly [what: string, value: string][] = [
  ['the key', CONFORMING.key],
  ['its SQL', 'SELECT code FROM orders WHERE id = 1'],
  ['an address of its own network', '192.168.0.12:5432'],
];

const IN_AN_ERROR: readonly [what: string, body: Record<string, unknown>][] = [
  ['an e-mail address', { detail: '찾을 수 없습니다. kim@ax-cloud.example' }],
  ['a phone number', { detail: '찾을 수 없습니다. 010-1234-5678' }],
  ['the key', { detail: '찾을 수 없습니다.', key: CONFORMING.key }],
  ['the password of its database', { detail: 'could not connect: mysql://root:hunter2@localhost/ax' }],
];

/** Servers that expose private data of others or of their own. */
export const privateDataVariants: Variant[] = [
  ...IN_A_BODY.map(([what, value]) =>
    broken(
      `exposes ${what} in a success`,
      onOrder((order) => ({ ...order, ...value })),
      { 'additional-response-fields': 'more-fields' },
    ),
  ),
  ...IN_A_HEADER.map(([what, value]) =>
    broken(
      `exposes ${what} in a header of a success`,
      onStatus(SUCCESS, (reply) => ({ ...reply, headers: { 'x-debug': value } })),
    ),
  ),
  ...IN_AN_ERROR.map(
    ([what, body]): Variant => ({
      does: `exposes ${what} in the error for an unknown order code`,
      fails: 'order.unknown',
      // These cases send a made-up code and get the same response.
      also: /^(order|headers|cancel\.channel-code|auth|method)\b/,
      change: { notFound: () => ({ ...detail(404, ''), body }) },
    }),
  ),
  broken("names another channel's order in a success", namesForeign(), {
    'additional-response-fields': 'more-fields',
  }),
];

function namesForeign(): Variant['change'] & object {
  let foreign: Order | undefined;
  return {
    find(code, orders) {
      foreign ??= [...orders.values()].find(({ own }) => !own);
      return orders.get(code);
    },
    success(order, fields) {
      const reply = CONFORMING.success(order, fields);
      return { ...reply, body: { ...(reply.body as object), previous: foreign?.code } };
    },
  };
}
