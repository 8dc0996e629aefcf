import { buildRequest } from '../cases/request.ts';
import { everyResponseProblems, type Secrets } from '../http/every-response.ts';
import type { Allowance, Exchange, HttpResponse, OutgoingRequest } from '../http/message.ts';
import type { Settings } from '../settings.ts';
import type { Recorder } from './state.ts';

/** Sends a request at the server's pace, and again when necessary. */
type Send = (request: OutgoingRequest, allowance: Allowance, entry: Exchange) => Promise<HttpResponse>;

/** Makes an empty record of requests, for a case or for the run itself. */
export function createRecorder(
  send: Send,
  settings: Settings & Secrets,
  runId: string,
  caseId: string | undefined,
): Recorder {
  const recorder: Recorder = {
    exchanges: [],
    problems: [],
    offending: undefined,
    async send(contract, orderCode, change, allowance = {}) {
      const request = buildRequest({ contract, orderCode, apiKey: settings.apiKey, runId }, change);
      const entry: Exchange = { caseId, request, response: undefined, failure: undefined, durationMs: 0 };
      recorder.exchanges.push(entry);
      const response = await send(request, allowance, entry);
      const problems = everyResponseProblems(response, request, allowance, contract, settings);
      if (problems.length > 0) recorder.offending ??= entry;
      recorder.problems.push(...problems);
      return response;
    },
  };
  return recorder;
}
