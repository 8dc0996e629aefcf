import type { MakeParts } from '../guide-source.ts';

/** The changes of the contract, with a heading for each version. */
export const changelogParts: MakeParts = ({ changelogs }, language) => {
  const [introduction = '', ...versions] = changelogs[language].split(/^## /m);
  return {
    introduction: introduction.replace(/^# .*\n/, '').trim(),
    versions: versions.map((version) => `### ${version.trim()}`).join('\n\n'),
  };
};
