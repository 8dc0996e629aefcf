import type { Success } from '@ax-cloud/contract/contract';
import type { Outcome, Problem, Why } from './form-texts.ts';

/** A schema that the form checks responses by: without texts, its format as a pattern with flags. */
export interface CheckedSchema {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  format?: readonly [pattern: string, flags: string];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: CheckedSchema;
  required?: readonly string[];
  properties?: Readonly<Record<string, CheckedSchema>>;
  additionalProperties?: boolean | CheckedSchema;
}

/** What the menu of the form fills in: one request that gets a response worth seeing. */
export interface FormCase {
  label: string;
  /** What happens and what to conclude, in HTML. */
  note: string;
  order: string;
  /** The whole header, in place of the reader's key; empty where it is left out. */
  authorization?: string;
  /** Values of headers and query parameters, by the id of their control, where they are not the examples. */
  parameters: Readonly<Record<string, string>>;
  /** The body as it is sent. */
  body: string;
}

/** All that the form's script needs. It follows from the contract and the scenarios when the docs are built. */
export interface FormData {
  method: string;
  /** The path template, with the order code's name in braces. */
  path: string;
  orderCode: string;
  /** What stands before the key in its header, with its space. */
  keyPrefix: string;
  /** The beginning of the request as a command, and its header with a variable in the place of the key. */
  curl: { start: string; key: string };
  success: Pick<Success, 'status' | 'orderPointer' | 'echoes'>;
  /** By documented status: the form of the body, and what the contract says about it in HTML. */
  responses: Readonly<Record<number, { schema: CheckedSchema; description: string }>>;
  /** The schemas that others refer to, by their `$ref`. */
  schemas: Readonly<Record<string, CheckedSchema>>;
  /** The fields of the body that take a status, and the statuses that are cancels. */
  statuses: { fields: readonly string[]; cancels: readonly string[] };
  /** Statuses that the contract does not document, but that say that the request was turned away. */
  turnedAway: readonly number[];
  /** Host names of AX Cloud: those that nothing is sent to, and those that are asked about before. */
  hosts: { production: readonly string[]; other: readonly string[] };
  /** The header by which the mock is known. */
  mockHeader: string;
  /** How long the whole call may take. */
  seconds: number;
  cases: readonly FormCase[];
  /** The form, in HTML. */
  html: string;
  /** In HTML, with `{…}` for what is known when they are shown. */
  texts: {
    outcomes: Readonly<Record<Outcome, string>>;
    why: Readonly<Record<Why, { outcome: Outcome; html: string }>>;
    problems: Readonly<Record<Problem, string>>;
    sending: string;
    isMock: string;
    confirm: string;
    unmet: string;
  };
}
