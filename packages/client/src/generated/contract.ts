/**
 * Derived from spec/ by "pnpm generate". Edit the contract, not this file.
 */

import type { Rule } from '../check.ts';
import type { components } from './openapi.d.ts';


/** The path of the operation, with its parameter in braces. */
export const PATH = "/v1/channel/orders/tour/{ax_order_code}" as const;

/** The name of the parameter in the path, and the placeholder that stands there. */
export const ORDER_CODE = "ax_order_code" as const;
export const PLACEHOLDER = "{ax_order_code}" as const;

/** The path to an order. */
export const pathOf = (code: string): string =>
  "/v1/channel/orders/tour/" + encodeURIComponent(code);

/** The method of the operation. */
export const METHOD = "PATCH" as const;

/** The text before the key in its header. */
export const KEY_PREFIX = "Token " as const;

/** AX Cloud's servers by the name of their environment. */
export const ENVIRONMENTS = {
  "test": "https://test.ax-cloud.com",
  "production": "https://prod.ax-cloud.com"
} as const;

/** The host names of these servers. */
export const HOSTS: readonly string[] = [
  "test.ax-cloud.com",
  "prod.ax-cloud.com"
];

/** The first step of the path. */
export const FIRST_STEP = "/v1" as const;

/** The status of the response that proves a cancel. */
export const SUCCESS = 200 as const;

/** The statuses that say that the request was turned away, documented or not. */
export const REJECTING: readonly number[] = [
  400,
  403,
  404,
  401,
  405,
  415,
  429
];

/** The statuses that cancel an order. The contract may list others, which this client does not send. */
export const CANCELS = [
  "Traveler cancel",
  "Unavoidable cancel"
] as const;

/** A status that cancels an order. */
export type CancelStatus = (typeof CANCELS)[number];

/** What a cancel can carry beside its status. */
export interface OtherFields {
  /** A note to keep with the change of status. Optional. It is a text, never `null` (inferred: comment-form); leave it out where there is nothing to say. The page names no length limit and does not say who reads it, so put no personal data into it (inferred: comment-audience). */
  comment?: components['schemas']['CancelRequest']["comment"] | null | undefined;
}

/** The rules for these fields. */
export const FIELDS: readonly Rule[] = [
  ["comment", "a string without lone surrogates, or leave it out", (value: unknown) => value == null || (typeof value === 'string' && !/\p{Cs}/u.test(value)), true],
];

/** The body of a cancel: every status in it is the same. */
export type CancelBody = components['schemas']['CancelRequest'] & { ax_status: CancelStatus; channel_status: CancelStatus; };

/** Puts the status into every field that takes it. An undefined value is not sent. */
export const bodyOf = (input: { status: CancelStatus } & OtherFields): CancelBody =>
  ({ ax_status: input.status, channel_status: input.status, comment: input.comment ?? undefined }) as CancelBody;

/** The body of a success. */
export type SuccessBody = components['schemas']['CancelledOrder'];

/** The keys that lead to the order in the body of a success. */
export const ORDER_STEPS: readonly string[] = [];

/** The order in the body of a success. */
export type Order = SuccessBody;

export const orderOf = (body: SuccessBody): Order => body;

/** What a success repeats of a request: the fields of the order, and the values that they must have. */
export const echoOf = (code: string, body: CancelBody): {
  ax_order_code: string;
  ax_order_status: CancelBody["ax_status"];
  channel_order_status: CancelBody["channel_status"];
} => ({
  ax_order_code: code,
  ax_order_status: body.ax_status,
  channel_order_status: body.channel_status,
});

/** For each invalid field, the messages about it. */
export interface FieldErrors {
  readonly ax_status?: readonly string[];
  readonly channel_status?: readonly string[];
  readonly comment?: readonly string[];
  readonly non_field_errors?: readonly string[];
  readonly [field: string]: readonly string[] | undefined;
}

/** The contract declares no header and no query parameter beside the key. */
export type ParameterOptions = unknown;

/** The rules for them. */
export const PARAMETERS: readonly Rule[] = [];

/** What the options add to every request. */
export const parametersOf = (_: object): { headers?: Readonly<Record<string, string>>; search?: string } => ({});
