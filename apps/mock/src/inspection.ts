import type { MockResponse } from './mock-response.ts';
import type { Recorder } from './recorder.ts';
import { methodNotAllowed } from './undocumented.ts';

/** The paths about the mock itself. No path of the contract begins like this. */
export const HEALTH = '/_mock/health';
const REQUESTS = '/_mock/requests';

/**
 * Responds to the requests that are about the mock itself. They are not recorded.
 *
 * @returns undefined for every other path
 */
export function inspect(
  { method, path }: { method: string; path: string },
  { version, recorder }: { version: string; recorder: Recorder },
): MockResponse | undefined {
  if (path === HEALTH) {
    // Health checks often send HEAD.
    if (method !== 'GET' && method !== 'HEAD') return methodNotAllowed(method, 'GET, HEAD');
    return { status: 200, body: { status: 'ok', contract: version } };
  }
  if (path === REQUESTS) {
    if (method === 'DELETE') recorder.clear();
    else if (method !== 'GET') return methodNotAllowed(method, 'GET, DELETE');
    return { status: 200, body: { requests: recorder.list() } };
  }
  return undefined;
}
