import { applyChange, applyTextEdits } from './apply-change.ts';
import type { RefusedChange } from './change.ts';
import { runScript } from './run.ts';
import { createScratch, REPOSITORY, type Scratch } from './scratch.ts';

/** `file:line:column: message (rule)`. Malformed YAML has no rule. */
const PROBLEM = /^(?<file>[\w./-]+):(?<line>\d+):\d+: (?<message>.+?)( \([\w/-]+\))?$/;

/**
 * Makes a change in a copy of the spec and lints it.
 *
 * @returns what is wrong with the refusal, one sentence each; empty if nothing is
 */
export async function proveRefused(change: RefusedChange): Promise<string[]> {
  const scratch = await createScratch(change.name, REPOSITORY, ['spec']);
  try {
    await applyChange(scratch, change);
    await applyTextEdits(scratch, change.edits);
    const { ok, output } = await runScript(scratch, 'spec', 'lint');
    if (ok) return ['Lint finds nothing.'];
    const lines = output.trim().split('\n');
    const wrong = lines
      .filter((line) => !PROBLEM.test(line))
      .map((line) => `Not a problem with its place: ${line}`);
    if (!(await someMatches(scratch, lines, change)))
      wrong.push(`No line names the place and what to do: ${output.trim()}`);
    return wrong;
  } finally {
    await scratch.remove();
  }
}

async function someMatches(
  scratch: Scratch,
  lines: readonly string[],
  { refused }: RefusedChange,
): Promise<boolean> {
  const text = (await scratch.read('spec', refused.file)).split('\n');
  return lines.some((problem) => {
    const { file, line, message = '' } = PROBLEM.exec(problem)?.groups ?? {};
    // The value of a key may begin on the next line.
    const there = text.slice(Math.max(Number(line) - 2, 0), Number(line)).join('\n');
    return file === refused.file && there.includes(refused.at) && refused.message.test(message);
  });
}
