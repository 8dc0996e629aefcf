import {
  accessSync,
  appendFileSync,
  constants,
  copyFileSync,
  mkdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Report } from '@ax-cloud/contract/report';
import { toCtrf } from './ctrf.ts';
import { toHtml } from './html.ts';
import { toJUnit } from './junit.ts';
import { toMarkdown } from './markdown.ts';

/**
 * Makes the folder for the reports before the run uses up orders.
 *
 * @throws {CommandError} when it cannot be made or written to
 */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(resolve(folder));
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `AX_REPORT_DIR is "${folder}", where no report can be written: ${reason}. Set it to a folder that you can write to.`,
    );
  }
}

/** Makes one folder at a time: with `recursive`, Node.js hangs on some file systems. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

/**
 * Writes a run's reports into a folder, replacing those of an earlier run, and appends the summary to GitHub's file.
 *
 * @param folder undefined for no reports
 * @param stepSummary the file that GitHub shows on the page of the job; undefined or empty elsewhere
 * @returns the paths of the written files
 */
export function writeReports(
  report: Report,
  folder: string | undefined,
  stepSummary: string | undefined,
): string[] {
  const summary = toMarkdown(report);
  const files = {
    'index.html': toHtml(report),
    'contract.json': `${JSON.stringify(report, null, 2)}\n`,
    'junit.xml': toJUnit(report),
    'ctrf-report.json': toCtrf(report),
    'summary.md': summary,
  };
  const paths: string[] = [];
  if (folder !== undefined) {
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
      paths.push(join(folder, name));
    }
    copyFileSync(
      new URL(import.meta.resolve('@ax-cloud/channel-spec/report.schema.json')),
      join(folder, 'report.schema.json'),
    );
  }
  if (stepSummary) {
    appendFileSync(stepSummary, summary);
    paths.push(stepSummary);
  }
  return paths;
}
