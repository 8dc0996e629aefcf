import { randomUUID } from 'node:crypto';
import { orders, view } from '../shop.mjs';
import { pause, reply } from './tools.mjs';

const OTHER = '11111111-2222-4333-8444-555555555555';
const JSON_TYPE = 'application/json';

const onSuccess = (change) => ({ success: (order) => reply(200, change(view(order), order)) });
const withText = (write, type = JSON_TYPE) => ({
  success: (order) => reply(200, write(view(order)), type),
});
const withHeaders = (headers) => ({
  finish: (given) => ({ ...given, headers: { ...given.headers, ...headers } }),
});
/** Adds a field to every error. */
const withField = (field) => ({
  finish: (given) =>
    given.status >= 400 && given.json !== undefined ? { ...given, json: { ...given.json, ...field } } : given,
});
const without = (name) =>
  onSuccess((body) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== name)));

/** "취소 완료" in EUC-KR. */
const EUC_KR = Buffer.from([0xc3, 0xeb, 0xbc, 0xd2, 0x20, 0xbf, 0xcf, 0xb7, 0xe1]);

/** Faults of the response to a cancel, and of what any response gives away. */
export const responseFaults = {
  'success.wrong-code': onSuccess((body) => ({ ...body, ax_order_code: OTHER })),
  'success.wrong-status': onSuccess((body) => ({ ...body, ax_order_status: 'New' })),
  'success.wrong-channel-status': onSuccess((body) => ({ ...body, channel_order_status: 'New' })),
  'success.always-traveler': onSuccess((body) => ({
    ...body,
    ax_order_status: 'Traveler cancel',
    channel_order_status: 'Traveler cancel',
  })),
  'success.statuses-swapped': onSuccess((body) => ({
    ...body,
    ax_order_status: body.channel_order_status,
    channel_order_status: body.ax_order_status,
  })),
  'success.without-ax-code': without('ax_order_code'),
  'success.without-ax-status': without('ax_order_status'),
  'success.without-channel-code': without('channel_order_code'),
  'success.without-channel-status': without('channel_order_status'),
  'success.null-channel-code': onSuccess((body) => ({ ...body, channel_order_code: null })),
  'success.null-status': onSuccess((body) => ({ ...body, ax_order_status: null })),
  'success.number-code': onSuccess((body) => ({ ...body, channel_order_code: 4711 })),
  'success.channel-code-constant': onSuccess((body) => ({ ...body, channel_order_code: OTHER })),
  'success.channel-code-random': onSuccess((body) => ({ ...body, channel_order_code: randomUUID() })),
  'success.channel-code-of-another': onSuccess((body, { axCode }) => {
    const all = [...orders.values()];
    const next = all[(all.findIndex((order) => order.axCode === axCode) + 1) % all.length];
    return { ...body, channel_order_code: next.channelCode };
  }),
  'success.channel-code-empty': onSuccess((body) => ({ ...body, channel_order_code: '' })),
  'success.channel-code-is-ax-code': onSuccess((body) => ({
    ...body,
    channel_order_code: body.ax_order_code,
  })),
  'success.extra-field': onSuccess((body) => ({ ...body, cancelled: true })),
  'success.enveloped': onSuccess((body) => ({ status_code: 200, data: body })),
  'success.in-list': onSuccess((body) => [body]),
  'success.html-type': withText(JSON.stringify, 'text/html; charset=utf-8'),
  'success.text-type': withText(JSON.stringify, 'text/plain; charset=utf-8'),
  'success.byte-order-mark': withText((body) => `\ufeff${JSON.stringify(body)}`),
  'success.duplicate-names': withText((body) =>
    JSON.stringify(body).replace('{', '{"ax_order_status":"New",'),
  ),
  'success.euc-kr': withText((body) =>
    Buffer.concat([
      Buffer.from(`${JSON.stringify(body).slice(0, -1)},"message":"`),
      EUC_KR,
      Buffer.from('"}'),
    ]),
  ),
  'success.single-quotes': withText((body) => JSON.stringify(body).replaceAll('"', "'")),
  'success.trailing-comma': withText((body) => `${JSON.stringify(body).slice(0, -1)},}`),
  'success.empty': withText(() => ''),
  'success.201': { success: (order) => reply(201, view(order)) },
  'success.202': { success: (order) => reply(202, view(order)) },
  'success.204': { success: () => ({ status: 204 }) },
  'success.redirect': {
    success: ({ axCode }) => ({
      status: 303,
      raw: '',
      headers: { location: `/v1/channel/orders/tour/${axCode}` },
    }),
  },
  'success.slow': {
    success: async (order) => {
      await pause(7000);
      return reply(200, view(order));
    },
  },
  'wire.untrue-encoding': withHeaders({ 'content-encoding': 'gzip' }),
  'leak.development': { development: true },
  'leak.sql': withField({ debug: "SELECT * FROM orders WHERE ax_code = 'x'" }),
  'leak.stack-trace': withField({ trace: 'Error: refused\n    at cancel (/srv/app/orders.js:41:17)' }),
  'leak.e-mail': withField({ contact: 'kim.minsu@example.com' }),
  'leak.phone': withField({ contact: '010-1234-5678' }),
  'leak.credentials': withField({ source: 'postgres://orders:s3cret@db/orders' }),
  'leak.private-address': withField({ upstream: 'http://10.20.3.7:8000' }),
  'leak.sql-header': withHeaders({ 'x-query': "SELECT * FROM orders WHERE ax_code = 'x'" }),
  'leak.private-address-header': withHeaders({ 'x-upstream': '10.20.3.7:8000' }),
  'leak.credentials-header': withHeaders({ 'x-source': 'postgres://orders:s3cret@db/orders' }),
};
