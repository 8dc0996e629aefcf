import type { Contract } from '@ax-cloud/contract/contract';
import { refusalStatuses, speaksOfKey, speaksOfOrder } from '@ax-cloud/contract/refusal-statuses';
import { type Bilingual, bilingual } from '../bilingual.ts';
import { Unanswered } from '../cases/case.ts';
import { WITHOUT_KEY } from '../cases/request.ts';
import { type Change, type HttpResponse, NoResponse } from '../http/message.ts';
import { fieldsOf, show } from '../http/response.ts';
import { createResponseCheck } from '../http/response-check.ts';
import type { Settings } from '../settings.ts';
import type { Run } from './state.ts';

/** The codes of Node.js's errors for a certificate that it does not trust. */
const TLS = /CERT|SELF_SIGNED|UNABLE_TO|TLS|SSL|EPROTO/;

/**
 * Sends a few requests that can cancel nothing, and keeps the first response as the control.
 *
 * @returns why the server cannot be tested and what to do: it cannot be reached, is another server, or refuses the key. Undefined
 * when it can be tested; the cases then judge its responses
 */
export async function preflight(run: Run, settings: Settings): Promise<Bilingual | undefined> {
  const ask = (change: Change, contract = run.contract, code?: string) =>
    request(run, contract, change, code);
  let first = await ask({});
  if (first instanceof NoResponse) {
    const second = await ask(WITHOUT_KEY);
    if (second instanceof NoResponse) return unreachable(first);
    // A server that has just started may be too slow for only its first request.
    first = await ask({});
  }
  if (first instanceof Error) return undefined;
  run.control = first;
  const { order } = refusalStatuses(run.contract);
  const keyless = await ask(WITHOUT_KEY);
  if (!(keyless instanceof Error)) run.keyless = keyless;
  if (first.status === order && createResponseCheck(run.contract).problems(first, order).length === 0)
    return undefined;
  if (await findByReading(run, ask)) return undefined;
  const [code] = settings.orderCodes;
  if (speaksOfKey(run.contract, first.status)) {
    // An invalid body shows whether the key or the order is refused: with a valid key, a real order gets another status.
    const second = code === undefined ? first : await ask({ body: [] }, run.contract, code);
    if (second instanceof Error || !speaksOfKey(run.contract, second.status)) return undefined;
    return bilingual(
      `The server refuses AX_API_KEY: ${show(first)}. Check the key and that it belongs to this environment. If both are right, the server may want a header that the page no longer lists (question channel-code).`,
      `서버가 AX_API_KEY를 거부합니다: ${show(first)}. 키와 환경이 맞는지 확인하십시오. 둘 다 맞다면 문서에서 빠진 헤더가 필요할 수 있습니다 (질문 channel-code).`,
    );
  }
  if (keyless instanceof Error || hasTrace(run.contract, first, keyless)) return undefined;
  if (first.status >= 300 && first.status < 400) {
    return bilingual(
      `The server redirects, and these tests follow nothing: ${show(first)}. Set AX_BASE_URL to the server itself.`,
      `서버가 리다이렉트하며, 이 테스트는 리다이렉트를 따르지 않습니다: ${show(first)}. AX_BASE_URL에 실제 서버를 지정하십시오.`,
    );
  }
  if (speaksOfOrder(run.contract, first.status)) {
    return bilingual(
      `The server does not know the path: ${show(first)}. Is AX_BASE_URL the AX Cloud API?`,
      `서버가 이 경로를 알지 못합니다: ${show(first)}. AX_BASE_URL이 AX Cloud API의 주소입니까?`,
    );
  }
  return bilingual(
    `The server is not AX Cloud's API: a made-up order got ${show(first)}, and so did a request without a key. Check AX_BASE_URL.`,
    `AX Cloud API가 아닙니다: 없는 주문에 대한 응답이 ${show(first)}이며, 키가 없는 요청도 같습니다. AX_BASE_URL을 확인하십시오.`,
  );
}

/** Tries the readings with another path or other headers. If the server follows one, the run goes on in that reading. */
async function findByReading(
  run: Run,
  ask: (change: Change, contract: Contract) => Promise<HttpResponse | Error>,
): Promise<boolean> {
  const { control, written } = run;
  for (const { question, reading } of run.readings.all) {
    const contract = run.readings.apply(written, { [question]: reading });
    const around = (one: Contract) => JSON.stringify([one.path.replace(/\{\w+\}/, ''), one.headers]);
    if (contract === undefined || around(contract) === around(written)) continue;
    const response = await ask({}, contract);
    const { order } = refusalStatuses(contract);
    if (response instanceof Error || createResponseCheck(contract).problems(response, order).length > 0)
      continue;
    // The case of the first cancel reports the deviation. All cases go on in this reading.
    run.followed = { [question]: reading };
    run.contract = contract;
    run.control = response;
    return control !== undefined;
  }
  return false;
}

/** Whether anything in two responses is typical of this API: a detail, or another response without the key. */
function hasTrace(contract: Contract, first: HttpResponse, keyless: HttpResponse): boolean {
  const speaks = [first, keyless].some(
    ({ json, text }) => 'detail' in fieldsOf(json) || /['"]detail['"]/.test(text),
  );
  return speaks || (keyless.status !== first.status && speaksOfKey(contract, keyless.status));
}

async function request(
  run: Run,
  contract: Contract,
  change: Change,
  code: string | undefined,
): Promise<HttpResponse | NoResponse | Unanswered> {
  const { orderCode } = run.context(run.recorder(), code);
  try {
    return await run
      .recorder()
      .send(contract, orderCode, change, { html: true, redirect: true, crash: true });
  } catch (error) {
    if (error instanceof NoResponse || error instanceof Unanswered) return error;
    throw error;
  }
}

function unreachable({ reason, message, code }: NoResponse): Bilingual {
  if (reason === 'too-slow') {
    return bilingual(
      `The server is too slow. ${message}. Check AX_BASE_URL and your network, or give it longer with AX_TIMEOUT_MS.`,
      `서버가 너무 느립니다. ${message}. AX_BASE_URL과 네트워크를 확인하거나 AX_TIMEOUT_MS를 늘리십시오.`,
    );
  }
  if (TLS.test(code)) {
    return bilingual(
      `The server's certificate is not trusted. ${message}. If it is the right server, set NODE_EXTRA_CA_CERTS to the file of its certificate authority.`,
      `서버 인증서를 신뢰할 수 없습니다. ${message}. 올바른 서버라면 NODE_EXTRA_CA_CERTS에 인증 기관의 인증서 파일을 지정하십시오.`,
    );
  }
  return bilingual(
    `The server cannot be reached. ${message}. Check AX_BASE_URL and your network.`,
    `서버에 연결할 수 없습니다. ${message}. AX_BASE_URL과 네트워크를 확인하십시오.`,
  );
}
