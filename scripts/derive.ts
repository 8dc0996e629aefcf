import { fileURLToPath } from 'node:url';
import { differences, fingerprintsOf } from './derived.ts';
import { runTurbo, type TurboRun } from './run-turbo.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The outcome of a derivation. */
export interface Derivation extends TurboRun {
  /** The names of the derived things that differ. */
  changed: string[];
  seconds: number;
}

/** Lints the contract and derives everything from it. The first step that fails ends the derivation. */
export async function derive(): Promise<Derivation> {
  const started = performance.now();
  const before = await fingerprintsOf(root);
  const outcome = await runTurbo('lint', 'bundle', 'generate', 'build');
  const changed = differences(before, await fingerprintsOf(root));
  return { ...outcome, changed, seconds: (performance.now() - started) / 1000 };
}
