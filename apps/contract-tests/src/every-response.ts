import { holdsSecret } from '@ax-cloud/contract/key-mask';
import { type Bilingual, bilingual } from './bilingual.ts';
import type { Allowance } from './case.ts';
import type { HttpResponse, OutgoingRequest } from './exchange.ts';
import { findPrivateData } from './private-data.ts';
import { show } from './verdicts.ts';

/**
 * What breaks the contract in any response, whatever the request was: a crash (an undocumented 5xx), a redirect (which a client would follow with
 * the key), a page in place of a documented body, and private data. A status that the contract does not declare may have
 * any body (question undeclared-errors).
 *
 * @param documented the statuses whose bodies are JSON
 * @param sent values of the request that the response may repeat
 */
export function everyResponseProblems(
  response: HttpResponse,
  request: OutgoingRequest,
  allowance: Allowance,
  documented: readonly number[],
  apiKey: string,
  sent: readonly string[],
): Bilingual[] {
  const { status, headers } = response;
  const problems: Bilingual[] = [];
  if (status >= 500 && !allowance.crash && !documented.includes(status)) {
    problems.push(bilingual(`the server crashed: ${show(response)}`, `서버 오류: ${show(response)}`));
  } else if (status >= 300 && status < 400 && !allowance.redirect) {
    problems.push(
      bilingual(
        `${request.method} is redirected; the contract has no redirect: ${show(response)}`,
        `${request.method} 요청이 리다이렉트됩니다. 명세에는 리다이렉트가 없습니다: ${show(response)}`,
      ),
    );
  } else if (isHtml(response) && !allowance.html && (status < 300 || documented.includes(status))) {
    problems.push(
      bilingual(
        `an HTML page in place of JSON: ${show(response)}`,
        `JSON 대신 HTML 페이지: ${show(response)}`,
      ),
    );
  }
  const private_ = findPrivateData(response, apiKey, sent);
  if (Object.values(headers).some((value) => holdsSecret(value, apiKey))) {
    private_.push(bilingual('the API key in a header', '헤더에 API Key'));
  }
  for (const { en, ko } of private_) {
    problems.push(bilingual(`the response holds ${en}`, `응답에 다음이 들어 있습니다: ${ko}`));
  }
  return problems;
}

function isHtml({ headers, text }: HttpResponse): boolean {
  return /\bhtml\b/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html|h1)\b/i.test(text);
}
