import { FORBIDDEN, NOT_FOUND, orders } from '../shop.mjs';
import { MOJIBAKE, reply } from './tools.mjs';

const own = () => [...orders.values()].filter(({ foreign }) => !foreign);
const findBy = (matches) => ({
  find: (code) => orders.get(code) ?? own().find((order) => matches(order, code)),
});
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `LIKE` as a database reads it. */
function like(text, pattern) {
  const parts = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${parts}$`).test(text);
}

/** Faults of the order's look-up, and of the response to a code that no order has. */
export const orderFaults = {
  'order.wildcard': findBy(({ axCode }, code) => like(axCode, code)),
  'order.prefix': findBy(({ axCode }, code) => code.length > 8 && axCode.startsWith(code)),
  'order.suffix': findBy(({ axCode }, code) => code.length > 8 && axCode.endsWith(code)),
  'order.extended': findBy(({ axCode }, code) => code.startsWith(axCode)),
  'order.trimmed': findBy(({ axCode }, code) => axCode === code.trim()),
  'order.any-case': findBy(({ axCode }, code) => axCode === code.toLowerCase()),
  'order.by-channel-code': findBy(({ channelCode }, code) => channelCode === code),
  'order.any': findBy(() => true),
  'order.404-as-200': { notFound: () => reply(200, { detail: NOT_FOUND }) },
  'order.404-as-400': { notFound: () => reply(400, { detail: NOT_FOUND }) },
  'order.404-as-403': { notFound: () => reply(403, { detail: FORBIDDEN }) },
  'order.404-html': { notFound: () => reply(404, '<!doctype html><h1>Not Found</h1>', 'text/html') },
  'order.404-empty': { notFound: () => reply(404, '', 'application/json') },
  'order.404-without-detail': { notFound: () => reply(404, { message: 'Not found' }) },
  'order.404-empty-detail': { notFound: () => reply(404, { detail: '' }) },
  'order.404-english': { notFound: () => reply(404, { detail: 'Not found.' }) },
  'order.404-with-403-text': { notFound: () => reply(404, { detail: FORBIDDEN }) },
  'order.404-mojibake': { notFound: () => reply(404, { detail: MOJIBAKE }) },
  'order.404-single-quotes': { notFound: () => reply(404, `{'detail': '${NOT_FOUND}'}`, 'application/json') },
  'order.crash-when-unknown': {
    notFound: () => {
      throw new Error('the order is null');
    },
  },
  'order.crash-when-malformed': {
    find: (code) => {
      if (!UUID.test(code)) throw new Error('invalid input syntax for type uuid');
      return orders.get(code);
    },
  },
  'order.foreign-cancelled': { foreign: () => undefined },
  'order.foreign-as-404': { foreign: () => reply(404, { detail: NOT_FOUND }) },
  'order.foreign-crash': {
    foreign: () => {
      throw new Error('the channel is null');
    },
  },
};
