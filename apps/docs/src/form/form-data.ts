import type { Success } from '@ax-cloud/contract/contract';
import type { Outcome, Problem, Why } from './form-texts.ts';

/** A schema that the form checks responses with: without texts, and with its format as a pattern with flags. */
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

/** An entry of the form's menu: a request that shows one kind of response. */
export interface FormCase {
  label: string;
  /** What happens and what to conclude, in HTML. */
  note: string;
  order: string;
  /** The whole header, in place of the reader's key; empty for no header. */
  authorization?: string;
  /** Values of headers and query parameters that differ from their examples, by the id of their control. */
  parameters: Readonly<Record<string, string>>;
  /** The body as it is sent. */
  body: string;
}

/** Everything that the form's script needs, made from the contract and the scenarios when the docs are built. */
export interface FormData {
  method: string;
  /** The path template, with the order code's name in braces. */
  path: string;
  orderCode: string;
  /** The scheme before the key in its header, with a space. */
  keyPrefix: string;
  /** The beginning of the curl command, and its header with a variable in place of the key. */
  curl: { start: string; key: string };
  success: Pick<Success, 'status' | 'orderPointer' | 'echoes'>;
  /** By documented status: the schema of the body, and the description of the response in HTML. */
  responses: Readonly<Record<number, { schema: CheckedSchema; description: string }>>;
  /** The schemas that others refer to, by their `$ref`. */
  schemas: Readonly<Record<string, CheckedSchema>>;
  /** The fields of the body that take a status, and the statuses that are cancels. */
  statuses: { fields: readonly string[]; cancels: readonly string[] };
  /** Undocumented statuses that mean that the server did not process the request. */
  turnedAway: readonly number[];
  /** Host names of AX Cloud: nothing is sent to production; the others need a confirmation. */
  hosts: { production: readonly string[]; other: readonly string[] };
  /** The header by which the mock is recognized. */
  mockHeader: string;
  /** How long the whole call may take. */
  seconds: number;
  cases: readonly FormCase[];
  /** The form, in HTML. */
  html: string;
  /** In HTML, with `{…}` for values that are known when the text is shown. */
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
