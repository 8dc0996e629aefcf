import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The used parts of a CycloneDX bill of materials. */
export interface BillOfMaterials {
  bomFormat: string;
  metadata: { component: { group?: string; name: string; version: string } };
  components: readonly Component[];
}

/** One version of a third-party package. */
export interface Component {
  group?: string;
  name: string;
  version: string;
  licenses?: readonly { license?: { id?: string; name?: string }; expression?: string }[];
}

/** A build that bundles third-party code writes this file. */
const BUILT = 'dist/bom.json';

/**
 * The bill of materials of a built package: the third-party code that is bundled into it, or else the packages that npm
 * installs with it.
 */
export function billOfMaterials(folder: string): BillOfMaterials {
  const built = join(folder, BUILT);
  const text = existsSync(built)
    ? readFileSync(built, 'utf8')
    : execFileSync('pnpm', ['sbom', '--sbom-format', 'cyclonedx', '--prod', '--filter', '.'], {
        cwd: folder,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
  return JSON.parse(text) as BillOfMaterials;
}
