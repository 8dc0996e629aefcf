import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A bill of materials in CycloneDX, as far as it is read here. */
export interface BillOfMaterials {
  bomFormat: string;
  metadata: { component: { group?: string; name: string; version: string } };
  components: readonly Component[];
}

/** The code of others, in one version. */
export interface Component {
  group?: string;
  name: string;
  version: string;
  licenses?: readonly { license?: { id?: string; name?: string }; expression?: string }[];
}

/** What a build writes that puts the code of others into a package. */
const BUILT = 'dist/bom.json';

/**
 * The bill of materials of a package that is built: all code of others that is in it, where its build says so, otherwise all that is
 * installed with it.
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
