import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown } from 'tsdown';

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/**
 * Collects the licenses of the third-party code that is built in: most demand that their text goes with the code.
 *
 * @returns a plugin that adds `THIRD-PARTY-LICENSES.txt`
 */
export function thirdPartyLicenses(): Rolldown.Plugin {
  return {
    name: 'third-party-licenses',
    generateBundle(_, bundle) {
      const folders = new Set<string>();
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const id of output.moduleIds) {
          const [, folder] = PACKAGE.exec(id.replaceAll('\\', '/')) ?? [];
          if (folder !== undefined) folders.add(folder);
        }
      }
      const notices = [...folders].map(describe).sort();
      if (notices.length === 0) return;
      const source = `This package contains the code of others:\n\n${[...new Set(notices)].join('\n')}`;
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source });
    },
  };
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  licenses?: readonly { type: string }[];
}

function describe(folder: string): string {
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  // Old packages have a list.
  const terms = license ?? licenses?.map(({ type }) => type).join(', ');
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${'='.repeat(80)}\n${name} ${version}, ${terms ?? 'see below'}`, ...texts, ''].join('\n\n');
}
