/**
 * Runs in the folder of a package before every pack. It fails if the built files differ from the list in package.json, or if
 * the license of third-party code in the package is not allowed.
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
