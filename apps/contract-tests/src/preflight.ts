import type { Contract } from '@ax-cloud/contract/contract';
import { type Change, cancelRequest } from './cases/requests.ts';
import { exchange, type HttpResponse, NoResponse } from './exchange.ts';
import { CONTRACT_READING } from './reading.ts';
import { createResponseCheck } from './response-check.ts';
import { unknownOrderCode } from './run.ts';
import type { Settings } from './settings.ts';
import { refusalStatuses, speaksOfKey, speaksOfOrder } from './statuses.ts';
import { show } from './verdicts.ts';

/**
 * Sends up to three requests that can cancel nothing, and says why a run would be useless: the server cannot be reached,
 * is another one, or refuses the key. A server that is only wrong in one of the responses is let through to the cases.
 *
 * @returns the reason and what to do, or undefined when the server can be tested
 */
export async function preflight(settings: Settings, contract: Contract): Promise<string | undefined> {
  const { apiKey, baseUrl, timeoutMs, orderCodes } = settings;
  const { order, missingKey } = refusalStatuses(contract);
  const check = createResponseCheck(contract, () => true);
  const context = {
    contract,
    apiKey,
    orderCode: unknownOrderCode(contract),
    reading: CONTRACT_READING,
    runId: 'preflight',
  };
  const ask = async (change: Change): Promise<HttpResponse | NoResponse> => {
    try {
      return await exchange(new URL(baseUrl), cancelRequest(context, change), timeoutMs);
    } catch (error) {
      if (error instanceof NoResponse) return error;
      throw error;
    }
  };

  const first = await ask({});
  if (!(first instanceof NoResponse)) {
    if (first.status === order && check.problems(first, order).length === 0) return undefined;
    if (speaksOfKey(contract, first.status)) {
      // A body that is not an object tells a key that is refused from an order that is not found.
      const [orderCode] = orderCodes;
      const second = orderCode === undefined ? undefined : await ask({ orderCode, body: [] });
      const letIn =
        second !== undefined && !(second instanceof NoResponse) && !speaksOfKey(contract, second.status);
      if (letIn) return undefined;
      return `The server refuses AX_API_KEY: ${show(first)}. Check the key and that it belongs to this environment.`;
    }
  }
  const refusal = await ask({ credential: { value: undefined, shell: undefined } });
  if (!(refusal instanceof NoResponse) && speaksOfKey(contract, refusal.status)) {
    if (check.problems({ ...refusal, status: missingKey }, missingKey).length === 0) return undefined;
  }
  if (first instanceof NoResponse && first.reason === 'too-slow') {
    return `The server is too slow. ${first.message}. Check AX_BASE_URL and your network, or give it longer with AX_TIMEOUT_MS.`;
  }
  if (first instanceof NoResponse) {
    return `The server cannot be reached. ${first.message}. Check AX_BASE_URL and your network.`;
  }
  if (first.status >= 300 && first.status < 400) {
    const slash = first.headers.location?.endsWith('/') ? ' (question trailing-slash)' : '';
    return `The server redirects, and these tests follow nothing${slash}: ${show(first)}. Set AX_BASE_URL to the server itself.`;
  }
  if (speaksOfOrder(contract, first.status)) {
    return `The server does not know the path: ${show(first)}. Is AX_BASE_URL the AX Cloud API?`;
  }
  return `The server is not AX Cloud's API: a made-up order got ${show(first)}, and a request without a key was not refused. Check AX_BASE_URL.`;
}
