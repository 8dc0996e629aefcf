import { applyChange } from './apply-change.ts';
import { buildMock } from './build-mock.ts';
import type { Change } from './change.ts';
import { compileConsumer } from './compile-consumer.ts';
import { type Found, runContractTests } from './contract-tests.ts';
import { runIn, runScript, succeeded } from './run.ts';
import { createScratch, type Scratch } from './scratch.ts';
import { compareWithRedocly, keepBefore } from './second-opinion.ts';
import { type Step, Steps } from './step.ts';

/** A change to prove: an overlay of the contract with its Korean texts. */
export type ProvenChange = Pick<Change, 'name' | 'overlay' | 'texts' | 'takes'>;

/** The result of a proof. */
export interface Proof {
  steps: readonly Step[];
  /** What the contract tests found; undefined if they could not run. */
  found: Found | undefined;
}

/**
 * Makes a change in a scratch copy, derives everything there with the packages' own scripts, and uses the parts together. The
 * proof ends early if a step fails that others need.
 *
 * @param most how many cases the contract tests may skip
 */
export async function proveFollowed(change: ProvenChange, most = Number.POSITIVE_INFINITY): Promise<Proof> {
  const scratch = await createScratch(change.name);
  const steps = new Steps();
  try {
    const found = (await derive(scratch, change, steps))
      ? await useTogether(scratch, steps, most)
      : undefined;
    return { steps: steps.taken, found };
  } finally {
    await scratch.remove();
  }
}

/** Derives all parts. Returns false if one of them fails. */
async function derive(scratch: Scratch, change: ProvenChange, steps: Steps): Promise<boolean> {
  const script = (name: string, workspace: string, script: string) =>
    steps.take(name, async () => succeeded(await runScript(scratch, workspace, script)));
  await keepBefore(scratch, change);
  const bundled =
    (await steps.take('the change is written into the contract', () => applyChange(scratch, change))) &&
    (await script('lint finds nothing', 'spec', 'lint')) &&
    (await script('the contract is bundled', 'spec', 'bundle'));
  if (!bundled) return false;
  await steps.take('Redocly applies the overlay with the same result', () => compareWithRedocly(scratch));
  const client =
    (await script('the types of the ledger are generated', 'packages/contract', 'generate')) &&
    (await script('the client is generated', 'packages/client', 'generate')) &&
    (await script('the client is built', 'packages/client', 'build'));
  if (client) await steps.take('the client and a consumer compile', () => compileConsumer(scratch));
  const mock = await steps.take('the mock is built', () => buildMock(scratch));
  const docs = await steps.take('the docs are built', async () =>
    succeeded(await runScript(scratch, 'apps/docs', 'build', { args: ['--uncompressed'] })),
  );
  return client && mock && docs;
}

/** Uses the parts together. Returns what the contract tests found. */
async function useTogether(scratch: Scratch, steps: Steps, most: number): Promise<Found | undefined> {
  const { output } = await runIn(scratch, 'scripts', 'node changes/inside/main.ts');
  const taken = output.trim().split('\n').at(-1) ?? '';
  if (taken.startsWith('[')) steps.taken.push(...(JSON.parse(taken) as Step[]));
  else await steps.take('the parts are used together', () => Promise.reject(new Error(output.trim())));
  let found: Found | undefined;
  await steps.take('the contract tests find no fault in the mock', async () => {
    found = await runContractTests(scratch);
    if (found.skipped > most) {
      throw new Error(`${found.skipped} cases are skipped, ${most} without the change.`);
    }
    return `${found.passed} passed, ${found.skipped} skipped`;
  });
  return found;
}
