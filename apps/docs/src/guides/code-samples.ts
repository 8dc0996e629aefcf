import type { Contract } from '@ax-cloud/contract/contract';
import { type Node, objectAt } from '../node.ts';

/** A code sample of the contract, filled for its first example. */
interface CodeSample {
  lang: string;
  label: string;
  source: string;
}

/** The code samples of the contract, in the contract's order. */
export function codeSamples({ document, path, method }: Contract): readonly CodeSample[] {
  const { 'x-codeSamples': samples = [] } = objectAt(document as Node, 'paths', path, method.toLowerCase());
  return samples as CodeSample[];
}

/**
 * The call that a reader copies: the first sample.
 *
 * @throws {Error} when there is none
 */
export function firstSample(contract: Contract): CodeSample {
  const [first] = codeSamples(contract);
  if (first !== undefined) return first;
  throw new Error('The contract has no code sample, and the page "start" shows the first one. Add one.');
}

/**
 * How long the samples wait for a response, in seconds.
 *
 * @throws {Error} when none says so
 */
export function timeLimit(contract: Contract): string {
  const seconds = maxTimeIn(codeSamples(contract).map(({ source }) => source));
  if (seconds !== undefined) return seconds;
  throw new Error(
    'No code sample has "--max-time", and the page "errors" names that limit. Restore it in spec/samples/curl.sh.',
  );
}

/** The time limit that a code sample gives to curl, in seconds; undefined when none does. */
export function maxTimeIn(sources: readonly string[]): string | undefined {
  return sources
    .map((source) => /--max-time (\d+)/.exec(source)?.[1])
    .find((seconds) => seconds !== undefined);
}
