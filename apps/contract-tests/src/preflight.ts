import type { Contract } from '@ax-cloud/channel-spec/contract';
import { createAnswerCheck } from './answer-check.ts';
import { cancelRequest } from './cases/requests.ts';
import { type Answer, exchange, NoAnswer } from './exchange.ts';
import { unknownOrderCode } from './run.ts';
import type { Settings } from './settings.ts';
import { show } from './verdicts.ts';

/**
 * Sends one request that can cancel nothing, because its order code is made up, and says why a run would be useless.
 *
 * @returns the reason and what to do, or undefined when the server can be tested
 */
export async function preflight(settings: Settings, contract: Contract): Promise<string | undefined> {
  const orderCode = unknownOrderCode(contract);
  const { apiKey, baseUrl = '', timeoutMs } = settings;
  let answer: Answer;
  try {
    answer = await exchange(new URL(baseUrl), cancelRequest({ contract, orderCode, apiKey }), timeoutMs);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return `The server cannot be reached. ${error.message}. Check AX_BASE_URL and your network.`;
  }
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return `The server redirects, and these tests follow nothing: ${show(answer)}. Set AX_BASE_URL to the server itself.`;
  }
  if (status === 401 || status === 403) {
    return `The server refuses AX_API_KEY: ${show(answer)}. Check the key and that it belongs to this environment.`;
  }
  if (status === 404 && createAnswerCheck(contract).problems(answer, 404).length > 0) {
    return `The server does not know the path: ${show(answer)}. Is AX_BASE_URL the AX Cloud API?`;
  }
  return undefined;
}
