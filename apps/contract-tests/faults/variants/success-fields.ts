import { orderIn } from '@ax-cloud/contract/echo';
import { broken, onOrder, type Variant } from '../variant.ts';
import { CANCEL, contract, ORDER, OTHER_CANCEL, SECOND, STATUSES } from '../words.ts';

const ORDER_STATUSES = ORDER.statuses.map(({ order }) => order);
const [example] = Object.values(contract.success.examples);
/** The order's codes and statuses, in the sequence of the contract's example. */
const FIELDS = Object.keys(Object(orderIn(contract.success, example?.value))).filter((name) =>
  [ORDER.code, ORDER.channelCode, ...ORDER_STATUSES].includes(name),
);

const without = (order: object, name: string) =>
  Object.fromEntries(Object.entries(order).filter(([key]) => key !== name));
const other = (status: unknown) => (status === CANCEL ? OTHER_CANCEL || 'Unavoidable cancel' : CANCEL);

/** The channel's own code may be absent or null in another reading of the page. */
const absent = (name: string): Pick<Variant, 'speaks' | 'question' | 'answers'> =>
  name === 'channel_order_code'
    ? {
        speaks: ['response-fields-always'],
        question: 'response-fields-always',
        answers: { 'response-fields-always': 'sometimes-absent' },
      }
    : {};

/** Servers with a missing field, a wrong type, or a status that was not requested, in a success. */
export const successFieldVariants: Variant[] = [
  ...FIELDS.flatMap((name): Variant[] => [
    {
      ...broken(
        `leaves ${name} out of a success`,
        onOrder((order) => without(order, name)),
      ),
      ...absent(name),
    },
    {
      ...broken(
        `sends ${name} as null`,
        onOrder((order) => ({ ...order, [name]: null })),
      ),
      ...absent(name),
    },
    broken(
      `sends ${name} as a number`,
      onOrder((order) => ({ ...order, [name]: 1 })),
    ),
    broken(
      `sends ${name} as a list`,
      onOrder((order) => ({ ...order, [name]: [order[name]] })),
    ),
    broken(
      `sends ${name} as an object`,
      onOrder((order) => ({ ...order, [name]: { value: order[name] } })),
    ),
  ]),
  ...FIELDS.filter((name) => ORDER_STATUSES.includes(name)).flatMap((name): Variant[] => [
    broken(
      `says that ${name} is still New`,
      onOrder((order) => ({ ...order, [name]: 'New' })),
    ),
    broken(
      `has the other kind of cancel in ${name}`,
      onOrder((order) => ({ ...order, [name]: other(order[name]) })),
    ),
    broken(
      `sends ${name} in lower case`,
      onOrder((order) => ({ ...order, [name]: String(order[name]).toLowerCase() })),
    ),
    broken(
      `sends ${name} with a space after it`,
      onOrder((order) => ({ ...order, [name]: `${order[name]} ` })),
    ),
    broken(
      `sends ${name} as the index of the status`,
      onOrder((order) => ({ ...order, [name]: String(STATUSES.indexOf(String(order[name]))) })),
    ),
    broken(
      `misspells ${name}`,
      onOrder((order) => ({ ...without(order, name), [name.replace('status', 'state')]: order[name] })),
    ),
    {
      does: `always has ${CANCEL} in ${name}`,
      speaks: ['unavoidable-cancel'],
      fails: SECOND,
      also: /^cancel\.(comment\.|mixed$)/,
      change: onOrder((order) => ({ ...order, [name]: CANCEL })),
    },
  ]),
  broken(
    'has New in both statuses of a success',
    onOrder((order) => ({ ...order, ...Object.fromEntries(ORDER_STATUSES.map((name) => [name, 'New'])) })),
  ),
];
