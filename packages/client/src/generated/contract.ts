/**
 * Derived from spec/openapi.yaml by "pnpm generate". Edit the contract, not this file.
 */

/** The path of the operation, with its parameter in braces. */
export const PATH = "/v1/channel/orders/tour/{ax_order_code}" as const;

/** The method of the operation. */
export const METHOD = "PATCH" as const;

/** AX Cloud's servers by the name of their environment. */
export const ENVIRONMENTS = {
  "test": "https://test.ax-cloud.com",
  "production": "https://prod.ax-cloud.com"
} as const;

/** What a success repeats: a field of the answer, and the part of the request that it must equal. */
export const ECHOES = [
  {
    "field": "ax_order_code",
    "in": "path",
    "name": "ax_order_code"
  },
  {
    "field": "ax_order_status",
    "in": "body",
    "name": "ax_status"
  },
  {
    "field": "channel_order_status",
    "in": "body",
    "name": "channel_status"
  }
] as const;
