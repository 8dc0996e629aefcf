import type { Fault, Stack } from './catalogue.ts';
import { type Judgement, judge } from './judge.ts';
import { makeGiven } from './orders.ts';
import { runSuite, type Suite } from './run-suite.ts';
import { startServer } from './start-server.ts';
import type { Program } from './toolchains.ts';

/** One server, and what the contract tests found. */
export interface Finding extends Judgement {
  stack: Stack;
  /** Undefined for the conforming server. */
  fault: Fault | undefined;
}

/** Two cores start, serve and test about three servers at a time. */
const AT_A_TIME = 3;

/**
 * Starts each server, runs the contract tests against it, and stops it.
 *
 * @param found called with each finding
 */
export async function examine(
  suite: Suite,
  program: Program,
  stack: Stack,
  faults: readonly (Fault | undefined)[],
  found: (finding: Finding) => void = () => {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const left = [...faults.entries()];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, fault] = next;
      const finding = await examineOne(suite, program, stack, fault);
      findings[index] = finding;
      found(finding);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return findings;
}

async function examineOne(
  suite: Suite,
  program: Program,
  stack: Stack,
  fault: Fault | undefined,
): Promise<Finding> {
  const given = makeGiven();
  const server = await startServer(program, given, fault?.id ?? '');
  try {
    return { stack, fault, ...judge(await runSuite(suite, server.origin, given), stack, fault) };
  } finally {
    await server.stop();
  }
}
