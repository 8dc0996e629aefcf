import type { Contract } from './contract.ts';
import { readRefusals } from './refusals.ts';
import { readFields } from './schema.ts';

/** One problem of a request, with its message. */
export interface InvalidPart {
  /** Where it is: a field of the body, the body as a whole, or a parameter. */
  in: 'field' | 'body' | 'header' | 'query';
  /** The field's or the parameter's name; empty for the body as a whole. */
  name: string;
  message: string;
}

/** Where the response to an invalid request puts its messages, as its schema says. */
export interface InvalidRequestForm {
  status: number;
  /** The fields that take a list of messages. */
  lists: readonly string[];
  /** Whether one `detail` is all that there is. */
  detailOnly: boolean;
}

const WHOLE_BODY = 'non_field_errors';
const PLACES = { header: '헤더', query: '쿼리' } as const;

/** Reads the form from the schema of the response that has examples with `x-violation`. */
export function invalidRequestForm(contract: Contract): InvalidRequestForm {
  const [{ status }] = readRefusals(contract).invalid;
  const response = contract.responses.find((one) => one.status === status);
  const fields = response === undefined ? [] : readFields(contract.document, response.schema);
  const lists = fields.filter(({ schema }) => schema.type === 'array').map(({ name }) => name);
  return { status, lists, detailOnly: lists.length === 0 };
}

/**
 * Makes the body of the response to an invalid request: a list of messages for each field, `non_field_errors` for the
 * body as a whole, `detail` for a parameter, which the framework has no place for.
 */
export function invalidRequestBody(
  { detailOnly }: InvalidRequestForm,
  parts: readonly InvalidPart[],
): object {
  const said = (part: InvalidPart) =>
    part.in === 'header' || part.in === 'query'
      ? `${PLACES[part.in]} ${part.name}: ${part.message}`
      : part.message;
  const parameter = parts.find((part) => part.in === 'header' || part.in === 'query');
  const [first] = parts;
  if (parameter !== undefined) return { detail: said(parameter) };
  if (detailOnly && first !== undefined) return { detail: said(first) };
  return Object.fromEntries(
    parts.map((part) => [part.in === 'body' ? WHOLE_BODY : part.name, [part.message]]),
  );
}
