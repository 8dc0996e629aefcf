import { checkOwnFiles } from './own-files.ts';
import { type Problem, primary, toLine } from './problem.ts';
import { redoclyInProcess } from './redocly.ts';

/** Lines of Redocly's output that name no problem: progress, advice, a stack, lines of the file. */
const NOISE = /^(validating|bundling|run |at |file:|\d+ \||\| )|: validated in /;
/** How many problems are printed. One cause can have very many. */
const SHOWN = 20;
const KOREAN = '.lint/openapi.ko.yaml';

/**
 * Lints the files as such, the contract, the Korean overlay, and the Korean contract that the two give. Each problem is one line:
 * `file:line:column: message (rule)`. Redocly's own formats put the file and the place on lines of their own, and advise to
 * ignore what they find.
 */
const problems = checkOwnFiles(process.cwd());
// What is wrong with a file itself makes Redocly fail, or say something else.
if (problems.length === 0) problems.push(...(await lint('en')));
// A problem of the contract causes problems of the overlay, so they are linted one after the other.
if (problems.length === 0) problems.push(...(await lint('overlay')));
if (problems.length === 0) {
  // `lint` applies no overlays, `bundle` does: so the Korean contract is made first and linted as a file of its own.
  const { ok, text } = await redoclyInProcess([
    'bundle',
    'openapi.yaml',
    '--overlay',
    'openapi.ko.yaml',
    '-o',
    KOREAN,
  ]);
  problems.push(...(ok ? await lint('ko-bundle') : [failure(text)]));
}
for (const problem of problems.slice(0, SHOWN)) console.error(problem);
if (problems.length > SHOWN)
  console.error(`… and ${problems.length - SHOWN} more. Correct these, and run it again.`);
if (problems.length > 0) process.exitCode = 1;
else console.log('The contract and its Korean overlay keep to every rule.');

/** Lints documents by their names in redocly.yaml; gives one line for each problem. */
async function lint(...documents: string[]): Promise<string[]> {
  const { ok, stdout, text } = await redoclyInProcess([
    'lint',
    ...documents,
    '--format=json',
    '--max-problems=1000',
  ]);
  // Each document has a JSON report of its own, one after the other.
  const reports = stdout.split(/(?<=^\})(?=\{)/m).flatMap(parseReport);
  const found = primary(reports.flatMap((report) => report.problems)).map(toLine);
  // A document that cannot be read has no report.
  const complete = ok && reports.length === documents.length;
  return complete || found.length > 0 ? found : [failure(text)];
}

function parseReport(text: string): { problems: Problem[] }[] {
  try {
    return [JSON.parse(text) as { problems: Problem[] }];
  } catch {
    return [];
  }
}

/** The error that stopped Redocly, on one line, with its place if Redocly names one. */
function failure(text: string): string {
  const relative = text.replaceAll(`${process.cwd()}/`, '');
  const [, what, file, place] = /- (.+?) in "([^"]+)" \((\d+:\d+)\)/.exec(relative) ?? [];
  if (what !== undefined) return `${file}:${place}: This is not valid YAML: ${what}. Correct it.`;
  const [, read = 'openapi.yaml'] = /(?:processing|API description at) (\S+\.yaml)/.exec(relative) ?? [];
  const lines = relative
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !NOISE.test(line));
  return `${read}: Redocly cannot read this file: ${lines.join(' ')}`;
}
