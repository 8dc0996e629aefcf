import { CommandError } from '@ax-cloud/contract/command-error';
import { runIn } from '../changes/run.ts';
import type { Scratch } from '../changes/scratch.ts';

const CHANGES = ['none', 'patch', 'minor', 'major'] as const;

/** What a change of the contract demands of its version. */
export type VersionChange = (typeof CHANGES)[number];

/** The highest of several changes. */
export function highestChange(changes: readonly (VersionChange | undefined)[]): VersionChange {
  const ranks = changes.map((change) => CHANGES.indexOf(change ?? 'none'));
  return CHANGES[Math.max(0, ...ranks)] ?? 'none';
}

/**
 * Asks Redocly CLI what the change from one bundle to another demands.
 *
 * @param before the bundle's path in the spec of the copy
 */
export async function changeBetween(scratch: Scratch, before: string, after: string): Promise<VersionChange> {
  const out = '.lint/diff.json';
  const { ok, output } = await runIn(
    scratch,
    'spec',
    `redocly diff ${before} ${after} --format json --fail-on none --output ${out}`,
  );
  if (!ok) throw new CommandError(`"redocly diff" failed:\n${output.trim()}`);
  const { bump } = JSON.parse(await scratch.read('spec', out)) as { bump?: string };
  return CHANGES.find((change) => change === bump) ?? 'none';
}

/** The next version after a change (Semantic Versioning 2.0.0). */
export function nextVersion(version: string, change: VersionChange): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (change === 'major') return `${major + 1}.0.0`;
  if (change === 'minor') return `${major}.${minor + 1}.0`;
  return change === 'patch' ? `${major}.${minor}.${patch + 1}` : version;
}
