import { type InvalidPart, invalidRequestBody } from '@ax-cloud/contract/invalid-request';
import { INPUT, quoteInput, type ViolationKind } from '@ax-cloud/contract/messages';
import {
  INVALID_FORM,
  NOT_AN_OBJECT,
  NULL_BODY,
  PARTS,
  type RequestPart,
  UNKNOWN_FIELD,
} from './generated/mock.ts';
import type { MockResponse } from './mock-response.ts';

/** The parameters of a request, as text. */
export interface SentParameters {
  /** By lower-case name. */
  headers: Readonly<Record<string, string | undefined>>;
  query: Readonly<Record<string, string | undefined>>;
}

/**
 * Checks a request against the contract, as the mock server does.
 *
 * @returns the documented response to what is wrong with it, or undefined when nothing is
 */
export function checkRequest(parameters: SentParameters, body: unknown): MockResponse | undefined {
  const parts = [
    ...PARTS.flatMap((part) => (part.in === 'field' ? [] : checkParameter(part, parameters))),
    ...checkBody(body),
  ];
  if (parts.length === 0) return undefined;
  return { status: INVALID_FORM.status, body: invalidRequestBody(INVALID_FORM, parts) };
}

function checkParameter(part: RequestPart, { headers, query }: SentParameters): InvalidPart[] {
  const text = part.in === 'header' ? headers[part.name.toLowerCase()] : query[part.name];
  return check(part, text === undefined ? undefined : readText(part.type, text));
}

/** A parameter is text. What is not a number or a boolean stays text, and then has the wrong type. */
export function readText(type: string, text: string): unknown {
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if (/^(integer|number)$/.test(type) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

function checkBody(body: unknown): InvalidPart[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return [inBody(body === null ? 'nullBody' : 'object', body === null ? NULL_BODY : NOT_AN_OBJECT, body)];
  }
  const fields = PARTS.filter((part) => part.in === 'field');
  const found = fields.flatMap((field) => check(field, (body as Record<string, unknown>)[field.name]));
  if (UNKNOWN_FIELD === undefined) return found;
  const message = UNKNOWN_FIELD;
  const unknown = Object.keys(body).filter((name) => !fields.some((field) => field.name === name));
  return [...found, ...unknown.map((name): InvalidPart => ({ in: 'field', name, message }))];
}

function inBody(kind: ViolationKind, message: string, body: unknown): InvalidPart {
  return { in: 'body', name: '', message: message.replace(INPUT, () => quoteInput(kind, body)) };
}

/** The one message about a part: the first rule that it breaks. */
function check({ in: place, name, missing, nullable, rules }: RequestPart, value: unknown): InvalidPart[] {
  if (value === undefined) return missing === undefined ? [] : [{ in: place, name, message: missing }];
  if (value === null && nullable) return [];
  const broken = rules.find(({ valid }) => !valid(value));
  if (broken === undefined) return [];
  return [{ in: place, name, message: broken.message.replace(INPUT, () => quoteInput(broken.kind, value)) }];
}
