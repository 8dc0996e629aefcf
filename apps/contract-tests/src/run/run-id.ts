import { randomBytes } from 'node:crypto';

/** Makes the id of a run, which its comments carry. */
export function createRunId(): string {
  return `contract-test ${randomBytes(4).toString('hex')}`;
}
