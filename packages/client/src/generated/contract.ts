/**
 * Derived from spec/openapi.yaml by "pnpm generate". Edit the contract, not this file.
 */

import type { components } from './openapi.d.ts';

/** The path of the operation, with its parameter in braces. */
export const PATH = "/v1/channel/orders/tour/{ax_order_code}" as const;

/** The method of the operation. */
export const METHOD = "PATCH" as const;

/** AX Cloud's servers by the name of their environment. */
export const ENVIRONMENTS = {
  "test": "https://test.ax-cloud.com",
  "production": "https://prod.ax-cloud.com"
} as const;

/** What a success repeats of a request: the fields of the answer, and the values that they must have. */
export function echoOf(code: string, body: components['schemas']['CancelRequest']): {
  ax_order_code: string;
  ax_order_status: string;
  channel_order_status: string;
} {
  return {
    ax_order_code: code,
    ax_order_status: body.ax_status,
    channel_order_status: body.channel_status,
  };
}
