/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

import type { components } from './openapi.d.ts';

const plainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCancelledOrder = (value: unknown): value is components['schemas']['CancelledOrder'] =>
  plainObject(value) && typeof value["channel_order_code"] === 'string' && typeof value["channel_order_status"] === 'string' && typeof value["ax_order_code"] === 'string' && typeof value["ax_order_status"] === 'string';

const isInvalidRequest = (value: unknown): value is components['schemas']['InvalidRequest'] =>
  plainObject(value) && (value["detail"] === undefined || typeof value["detail"] === 'string') && (value["ax_status"] === undefined || isMessages(value["ax_status"])) && (value["channel_status"] === undefined || isMessages(value["channel_status"])) && (value["comment"] === undefined || isMessages(value["comment"])) && (value["non_field_errors"] === undefined || isMessages(value["non_field_errors"]));

const isMessages = (value: unknown): value is components['schemas']['Messages'] =>
  Array.isArray(value) && value.every((item: unknown) => typeof item === 'string');

const isErrorDetail = (value: unknown): value is components['schemas']['ErrorDetail'] =>
  plainObject(value) && typeof value["detail"] === 'string';

export { isCancelledOrder as isSuccess };

/** Each documented refusal: its kind, what a message says of it, and whether a parsed body is what the contract says. */
export const REFUSALS: Readonly<Record<number, readonly [
  kind: 'forbidden' | 'not_found' | 'invalid_request' | 'refused',
  what: string,
  isValid: (value: unknown) => boolean,
]>> = {
  400: ["invalid_request", "an invalid request. See \"fields\" or \"detail\"", isInvalidRequest],
  403: ["forbidden", "the key was refused. Check it and its environment", isErrorDetail],
  404: ["not_found", "no such order. Check its ax_order_code and the environment", isErrorDetail],
};
