import { randomBytes } from 'node:crypto';

/** Makes up the id of a run, which its cancels carry. */
export function createRunId(): string {
  return `contract-test ${randomBytes(4).toString('hex')}`;
}
