import type { Echoes } from './echo.ts';
import type { Schema } from './schema.ts';

/** One named example of a request or a response. */
export interface Example {
  summary: string;
  description: string;
  value: unknown;
  /**
   * The request values that make the mock respond with it (`x-provoked-by`): runtime expression → value. An empty value
   * stands for a part that is missing or malformed.
   */
  provokedBy: Readonly<Record<string, string>>;
  /** The kind of violation that it answers (`x-violation`): a JSON Schema keyword, or `syntax` for a body that is not JSON. */
  violation: string | undefined;
}

/** One documented response. */
export interface ResponseDescription {
  status: number;
  description: string;
  /** True when the page does not mention this response (`x-inferred`, `x-observed`, `x-confirmed`). */
  inferred: boolean;
  schema: Schema;
  examples: Readonly<Record<string, Example>>;
}

/** The response that proves that an order was cancelled: the one with `x-order` and `x-echoes`. */
export interface Success extends ResponseDescription {
  /** The JSON pointer to the order in the body: empty where the body is the order, `/data` in an envelope. */
  orderPointer: string;
  /** What the order must repeat of the request. */
  echoes: Echoes;
}

/** A parameter in the path, the query or a header. Its value is a string, a number or a boolean. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description: string;
  schema: Schema;
  example: string | number | boolean;
}

/** One of AX Cloud's servers. */
export interface Server {
  /** The origin, without a path. */
  url: string;
  description: string;
  /** The name that the client calls it by (`x-environment`). */
  environment: string;
}
