import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type PublishedPackage, readManifest } from './packages.ts';

/** A person sets these once: they depend on where the repository is hosted. */
const SET_ONCE = ['repository', 'bugs'] as const;

/** Why the packages may not be published yet, one line each. */
export function obstacles(
  root: string,
  packages: readonly PublishedPackage[],
  changedFiles: readonly string[],
): string[] {
  return [
    ...packages.flatMap(({ folder, manifest }) => unset(folder, manifest)),
    ...pendingChanges(root),
    ...contractAhead(root),
    ...(changedFiles.length === 0
      ? []
      : [`The working tree has changes (${changedFiles.slice(0, 3).join(', ')}). Commit them first.`]),
  ];
}

function unset(folder: string, manifest: PublishedPackage['manifest']): string[] {
  const missing = SET_ONCE.filter((key) => manifest[key] === undefined);
  return missing.length === 0
    ? []
    : [
        `${folder}/package.json does not say where its source and its issues are. Set ${missing.map((key) => `"${key}"`).join(' and ')}; npm checks the provenance against "repository".`,
      ];
}

function pendingChanges(root: string): string[] {
  const pending = readdirSync(join(root, '.changeset')).filter(
    (name) => /\.md$/.test(name) && name !== 'README.md',
  );
  if (pending.length === 0) return [];
  const what = pending.length === 1 ? '1 change waits' : `${pending.length} changes wait`;
  return [`${what} in .changeset. Run "pnpm release:version", and commit what it writes.`];
}

/** The released contract must be the current one, because later changes are compared with it. */
function contractAhead(root: string): string[] {
  const { version } = readManifest(join(root, 'spec'));
  const [released] = readdirSync(join(root, 'spec/released'));
  return released === `${version}.yaml`
    ? []
    : [
        `The contract is at ${version}, and spec/released has ${released}. Run "pnpm release:version", and commit what it writes.`,
      ];
}
