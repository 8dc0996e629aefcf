/** The kinds of {@link VersionChange}, from the lowest to the highest. */
const CHANGES = ['none', 'patch', 'minor', 'major'] as const;

/** What a change of the contract demands of its version. */
export type VersionChange = (typeof CHANGES)[number];

/** The highest of several changes. */
export function highestChange(changes: readonly (VersionChange | undefined)[]): VersionChange {
  const ranks = changes.map((change) => CHANGES.indexOf(change ?? 'none'));
  return CHANGES[Math.max(0, ...ranks)] ?? 'none';
}

/** The next version after a change (Semantic Versioning 2.0.0). */
export function nextVersion(version: string, change: VersionChange): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (change === 'major') return `${major + 1}.0.0`;
  if (change === 'minor') return `${major}.${minor + 1}.0`;
  return change === 'patch' ? `${major}.${minor}.${patch + 1}` : version;
}

/** Whether a version comes before another one. Ignores what follows a hyphen or a plus sign. */
export function isLower(version: string, other: string): boolean {
  const [mine, others] = [version, other].map(
    (text) => text.split(/[-+]/, 1)[0]?.split('.').map(Number) ?? [],
  );
  const differs = [0, 1, 2].find((part) => mine?.[part] !== others?.[part]);
  return differs !== undefined && (mine?.[differs] ?? 0) < (others?.[differs] ?? 0);
}
