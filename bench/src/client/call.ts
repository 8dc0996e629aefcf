import type { components } from '@ax-cloud/channel-client';

/**
 * The one call that every library makes: the values that go out, and the response that comes back. They are written out,
 * because they are part of the measured bundles; the types check them against the contract.
 */

export const API_KEY = 'bench-key-0123456789';
export const ORDER_CODE = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';
export const COMMENT = '여행자의 개인 사정으로 인한 취소';
export const STATUS = 'Traveler cancel';
export const PATH = `/v1/channel/orders/tour/${ORDER_CODE}`;

/** The body of the request. */
export const BODY = {
  ax_status: STATUS,
  channel_status: STATUS,
  comment: COMMENT,
} as const satisfies components['schemas']['CancelRequest'];

/** The body of the response. */
export type Order = components['schemas']['CancelledOrder'];

export const ORDER: Order = {
  channel_order_code: '915c1218-f41c-492b-bb0b-96177ff4d2ee',
  channel_order_status: STATUS,
  ax_order_code: ORDER_CODE,
  ax_order_status: STATUS,
};

/** Cancels the order once. Throws anything but the order, so that a library that fails fast does not look fast. */
export type Cancel = () => Promise<Order | undefined>;

/**
 * Sets a library up as its own documentation does.
 *
 * @param stubbed true where the global `fetch` is a stand-in: a library that can send in another way must use it then
 */
export type Setup = (baseUrl: string, stubbed: boolean) => Cancel;
