/**
 * Derived from spec/openapi.yaml by "pnpm generate". Edit the contract, not this file.
 */

import type { components } from './openapi.d.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCancelledOrder(value: unknown): value is components['schemas']['CancelledOrder'] {
  return isObject(value) && typeof value["channel_order_code"] === 'string' && typeof value["channel_order_status"] === 'string' && typeof value["ax_order_code"] === 'string' && typeof value["ax_order_status"] === 'string';
}

function isInvalidRequest(value: unknown): value is components['schemas']['InvalidRequest'] {
  return +(isErrorDetail(value)) + +(isFieldErrors(value)) === 1;
}

function isErrorDetail(value: unknown): value is components['schemas']['ErrorDetail'] {
  return isObject(value) && typeof value["detail"] === 'string';
}

function isFieldErrors(value: unknown): value is components['schemas']['FieldErrors'] {
  return isObject(value) && Object.keys(value).length >= 1 && Object.values(value).every((field) => Array.isArray(field) && field.length >= 1 && field.every((item: unknown) => typeof item === 'string'));
}

/** For each documented status, whether a parsed body is what the contract says. */
export const validate: {
  200: (value: unknown) => value is components['schemas']['CancelledOrder'];
  400: (value: unknown) => value is components['schemas']['InvalidRequest'];
  403: (value: unknown) => value is components['schemas']['ErrorDetail'];
  404: (value: unknown) => value is components['schemas']['ErrorDetail'];
} = {
  200: isCancelledOrder,
  400: isInvalidRequest,
  403: isErrorDetail,
  404: isErrorDetail,
};
