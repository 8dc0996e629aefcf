import { afterAll, beforeAll } from 'vitest';
import { type MockOptions, type RunningMock, startMock } from '../src/index.ts';

/** Starts a mock on a free port for all tests of a file. */
export function useMock(options: MockOptions = {}): { readonly url: string } {
  let mock: RunningMock | undefined;
  beforeAll(async () => {
    mock = await startMock({ port: 0, ...options });
  });
  afterAll(() => mock?.close());
  return {
    get url() {
      if (mock === undefined) throw new Error('The mock runs only while tests do.');
      return mock.url;
    },
  };
}
