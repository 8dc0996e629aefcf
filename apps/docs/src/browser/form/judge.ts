import { type UnmetEcho, unmetEchoes } from '@ax-cloud/contract/echo';
import { evaluate, type RequestContext } from '@ax-cloud/contract/expression';
import type { FormData } from '../../form/form-data.ts';
import type { Why } from '../../form/form-texts.ts';
import { isValid } from './valid.ts';

/** What a response says about the order, by its reason. The texts have the outcome of each reason. */
export interface Verdict {
  why: Why;
  /** The fields of the order that repeat the request. */
  repeated?: readonly string[];
  unmet?: readonly UnmetEcho[];
}

/** The rules that a verdict follows. */
export type Rules = Pick<FormData, 'success' | 'responses' | 'schemas' | 'statuses' | 'turnedAway'>;

/**
 * Says what a response means for the order, as the client does. Only a repeated request proves a cancel. Only a documented refusal,
 * or a status that means that the server did not process the request, shows that nothing was cancelled.
 */
export function judge(rules: Rules, request: RequestContext, status: number, text: string): Verdict {
  const documented = rules.responses[status];
  if (documented === undefined)
    return { why: rules.turnedAway.includes(status) ? 'turnedAway' : 'undocumented' };
  try {
    const isSuccess = status === rules.success.status;
    const body = parse(text) ?? (isSuccess ? undefined : parsePrinted(text));
    if (body !== undefined && isValid(documented.schema, body, rules.schemas)) {
      if (isSuccess) return judgeSuccess(rules, request, body);
      return { why: status < 500 ? 'refused' : 'serverError' };
    }
  } catch {
    // Deeply nested values overflow the stack.
  }
  return { why: 'malformed' };
}

function judgeSuccess({ success, statuses }: Rules, request: RequestContext, body: unknown): Verdict {
  const unmet = unmetEchoes(success, request, body);
  if (unmet.length > 0) return { why: 'notApplied', unmet };
  const compared = Object.entries(success.echoes).filter(
    ([, wanted]) => evaluate(wanted, { request }) !== undefined,
  );
  const sent = statuses.fields.map((name) => Object(request.body)[name]).filter((one) => one !== undefined);
  const isCancel = sent.length > 0 && sent.every((status) => statuses.cancels.includes(status));
  return {
    why: isCancel ? 'repeated' : 'notCancel',
    repeated: compared.map(([field]) => field),
  };
}

/** Parses JSON; returns undefined for invalid JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Parses a body in single quotes, as the page prints AX Cloud's errors. A body with double quotes, too, would be ambiguous. */
function parsePrinted(text: string): unknown {
  return text.includes('"') ? undefined : parse(text.replaceAll("'", '"'));
}
