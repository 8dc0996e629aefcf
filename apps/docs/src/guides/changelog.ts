import type { MakeParts } from '../guide-source.ts';

/** The changes of the contract, one heading for each version. */
export const changelogParts: MakeParts = ({ changelog }) => ({
  versions: changelog.replace(/^# .*\n/, '').trim(),
});
