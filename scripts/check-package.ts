/**
 * Runs in the folder of a package whenever that is packed, and refuses what is not built, or not as package.json lists it, and
 * licenses of the code of others that do not allow it.
 */
import { billOfMaterials } from './release/bill-of-materials.ts';
import { checkLicenses } from './release/licenses.ts';
import { readManifest } from './release/packages.ts';
import { checkPackedFiles } from './release/packed-files.ts';

const folder = process.cwd();
const manifest = readManifest(folder);
const lines = [...checkPackedFiles(folder, manifest), ...checkLicenses(billOfMaterials(folder))];
for (const line of lines) console.error(line);
if (lines.length > 0) process.exitCode = 1;
else console.error(`${manifest.name} is packed with the ${manifest.files?.length} files that it lists.`);
