import type { Contract } from '@ax-cloud/contract/contract';
import { orderFields, orderOf } from '@ax-cloud/contract/order-fields';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Allowance, HttpResponse, OutgoingRequest } from './message.ts';
import { findPrivateData } from './private-data.ts';
import { isHtml, showing } from './response.ts';

/** What must not appear in a response. */
export interface Secrets {
  /** Whether a text holds the API key, in whatever form. */
  holdsKey(text: string): boolean;
  foreignOrderCode: string | undefined;
  /** The server's own address, which its responses may name. */
  baseUrl: string;
}

/**
 * Finds what breaks the contract in any response, whatever the request was: a crash (an undocumented 5xx), a redirect (a client
 * would follow it with the key), a page in place of a documented body, a wrong Content-Encoding, and private data. An undocumented
 * status may have any body (question undeclared-errors), and so may any response to another method.
 */
export function everyResponseProblems(
  response: HttpResponse,
  request: OutgoingRequest,
  allowance: Allowance,
  contract: Contract,
  { holdsKey, foreignOrderCode, baseUrl }: Secrets,
): Bilingual[] {
  const { status, headers } = response;
  const documented = contract.responses.some((one) => one.status === status);
  const own = request.method === contract.method;
  // An inferred response, such as the 400, may have the form that a framework gives it.
  const onPage = contract.responses.some((one) => one.status === status && !one.inferred);
  const page = isHtml(response) && !allowance.html && (status < 300 || (onPage && own));
  const problems: Bilingual[] = [];
  // HTTP's own status for a method that a server does not know (RFC 9110, 15.6.2).
  const unknownMethod = status === 501 && !own;
  if (status >= 500 && !unknownMethod && !allowance.crash && !documented) {
    problems.push(showing('the server crashed', '서버 오류', response));
  } else if (status >= 300 && status < 400 && !allowance.redirect) {
    problems.push(
      showing(
        `${request.method} is redirected; the contract has no redirect`,
        `${request.method} 요청이 리다이렉트됩니다. 명세에는 리다이렉트가 없습니다`,
        response,
      ),
    );
  } else if (page) {
    problems.push(showing('an HTML page in place of JSON', 'JSON 대신 HTML 페이지', response));
  }
  if (!response.decoded) {
    const encoding = headers['content-encoding'];
    problems.push(
      bilingual(
        `the body is not in the Content-Encoding ${encoding}`,
        `본문이 Content-Encoding ${encoding}과 다릅니다`,
      ),
    );
  }
  const sent = [...valuesOf(request), ...channelCodeIn(contract, response)];
  const foreign =
    foreignOrderCode !== undefined && sent.includes(foreignOrderCode) ? undefined : foreignOrderCode;
  for (const { en, ko } of findPrivateData(
    response,
    holdsKey,
    [...sent, new URL(baseUrl).hostname],
    foreign,
  )) {
    problems.push(bilingual(`the response holds ${en}`, `응답에 다음이 들어 있습니다: ${ko}`));
  }
  return problems;
}

/** The values that a response may repeat: the code in the path and the texts of the body. */
function valuesOf({ path, body }: OutgoingRequest): string[] {
  const code = path.split('?')[0]?.split('/').at(-1) ?? '';
  const texts =
    typeof body === 'string'
      ? [...body.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"/gs)].map(([, text = '']) => text)
      : [];
  return [decode(code), ...texts];
}

/** The channel gave the order this code itself, in whatever form: `261127-1234567` is an order number as well. */
function channelCodeIn(contract: Contract, { json }: HttpResponse): string[] {
  const code = orderOf(contract, json)[orderFields(contract).channelCode ?? ''];
  return typeof code === 'string' ? [code] : [];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
