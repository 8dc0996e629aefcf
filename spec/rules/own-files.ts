import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Document, parseAllDocuments } from 'yaml';
import { oddCharacter } from './characters.ts';
import { checkForm } from './file-forms.ts';
import { fileProblems, type ReportAt } from './file-problem.ts';
import { checkLedgerIds, checkTwice } from './ledger-ids.ts';
import { checkOverlayForm } from './overlay-form.ts';
import { checkPlain } from './plain-yaml.ts';
import { offsetAt } from './yaml-place.ts';

/** What else is checked of a file whose YAML can be read. */
type Check = (document: Document, report: ReportAt) => void;

const EMPTY = 'The file is empty. Restore it, or remove it with what refers to it.';

/** Lines that git leaves where two changes could not be merged. */
const CONFLICT = /^[ \t]*(<{7}|>{7})( |\r?$)/m;

/**
 * Checks the hand-written files of the contract's folder before any other program reads them: their characters, their YAML, and
 * the form of those that Redocly does not know.
 *
 * @returns one line for each problem
 */
export function checkOwnFiles(folder: string): string[] {
  const form = (schema: string) => pathToFileURL(join(folder, schema));
  const checks: Readonly<Record<string, Check>> = {
    'openapi.yaml': () => {},
    'openapi.ko.yaml': checkOverlayForm,
    'source.yaml': (document, report) => {
      if (checkForm(document, form('source.schema.json'), report)) checkLedgerIds(document, report);
    },
    'scenarios.yaml': (document, report) => {
      if (!checkForm(document, form('scenarios.schema.json'), report)) return;
      for (const key of ['code', 'name'])
        checkTwice(document.toJS().scenarios, ['scenarios'], key, (path, message) =>
          report(offsetAt(document, path), message),
        );
    },
  };
  return [
    ...Object.entries(checks).flatMap(([name, check]) => checkFile(folder, name, check)),
    ...filesIn(folder, 'readings', '.yaml').flatMap((name) => checkFile(folder, name, checkOverlayForm)),
    ...filesIn(folder, 'samples', '').flatMap((name) => checkFile(folder, name)),
  ];
}

/** Checks one file. With a further check, it is YAML. */
function checkFile(folder: string, name: string, check?: Check): string[] {
  const path = join(folder, name);
  // Copies of the contract for tests have no ledger, and Redocly names a contract that is not there.
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  const { lines, report } = fileProblems(name, text);
  if (checkText(bytes, text, report) && check !== undefined) checkYaml(text, check, report);
  return lines;
}

/** Returns whether the text is sound. */
function checkText(bytes: Buffer, text: string, report: ReportAt): boolean {
  const conflict = CONFLICT.exec(text);
  const odd = oddCharacter(text);
  if (text.startsWith('\ufeff')) {
    report(0, 'The file begins with a byte order mark. Save it as UTF-8 without one.');
  } else if (!bytes.equals(Buffer.from(text))) {
    const at = text.indexOf('\ufffd');
    report(at, 'The file is not UTF-8. Save it as UTF-8, and write what was lost anew.');
  } else if (conflict !== null) {
    report(conflict.index, 'A merge left this line. Resolve the conflict, and remove it.');
  } else if (odd !== undefined) {
    report(odd.at, odd.message);
  } else if (text.trim() === '') {
    report(0, EMPTY);
  } else return true;
  return false;
}

function checkYaml(text: string, check: Check, report: ReportAt): void {
  const documents = parseAllDocuments(text, { prettyErrors: false });
  const [document, second] = documents;
  // A file with comments alone has none.
  if (document === undefined) {
    report(0, EMPTY);
    return;
  }
  const [error] = document.errors;
  if (error !== undefined) {
    report(error.pos[0], `This is not valid YAML: ${error.message}. Correct it.`);
  } else if (second !== undefined) {
    report(second.range[0], 'A second document begins here. Write one, without "---" in the middle.');
  } else {
    let found = false;
    checkPlain(document, (offset, message) => {
      found = true;
      report(offset, message);
    });
    if (!found) check(document, report);
  }
}

/** The files of a folder and those below it, by their paths from the contract's folder. */
function filesIn(folder: string, name: string, ending: string): string[] {
  const path = join(folder, name);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => relative(folder, file).replaceAll('\\', '/'))
    .sort();
}
