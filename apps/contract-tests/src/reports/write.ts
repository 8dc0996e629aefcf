import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Report } from '../report.ts';
import { toHtml } from './html.ts';
import { toJUnit } from './junit.ts';

/**
 * Writes a run's reports into a folder, which is made when it is missing. Those of an earlier run are replaced.
 *
 * @returns the paths, as a sentence
 */
export async function writeReports(report: Report, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files = {
    'index.html': toHtml(report),
    'contract.json': `${JSON.stringify(report, null, 2)}\n`,
    'junit.xml': toJUnit(report),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await copyFile(new URL('../../report.schema.json', import.meta.url), join(folder, 'report.schema.json'));
  return Object.keys(files)
    .map((name) => join(folder, name))
    .join(', ');
}
