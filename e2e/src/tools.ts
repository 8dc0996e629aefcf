import { spawnSync } from 'node:child_process';
import { PYTHON } from './python.ts';

/** Something that these tests use and do not install. */
export interface Tool {
  /** What a skipped test says is missing. */
  name: string;
  program: string;
  /** With these it succeeds only if it is of use here. */
  args: readonly string[];
}

/** Maven, which downloads; it runs on any Java. */
export const MAVEN: readonly Tool[] = [{ name: 'Maven', program: 'mvn', args: ['--version'] }];
/** Maven, where it compiles: Debian's package of it comes with a Java that cannot. */
export const MAVEN_WITH_JDK: readonly Tool[] = [
  ...MAVEN,
  { name: 'a JDK', program: 'javac', args: ['--version'] },
];
export const GO: readonly Tool[] = [{ name: 'Go', program: 'go', args: ['version'] }];
export const RUST: readonly Tool[] = [{ name: 'Cargo', program: 'cargo', args: ['--version'] }];
/** Debian has the modules for virtual environments in a package of their own. */
export const PYTHON_WITH_VENV: readonly Tool[] = [
  { name: 'Python with venv', program: PYTHON, args: ['-c', 'import ensurepip, venv'] },
];

const found = new Map<Tool, boolean>();

/** The name of the first tool that is missing here; undefined if none is. */
export function findMissing(tools: readonly Tool[]): string | undefined {
  return tools.find((tool) => !isInstalled(tool))?.name;
}

/** What is appended to the title of a test that is skipped; nothing if it runs. */
export function describeMissing(missing: string | undefined): string {
  return missing === undefined ? '' : ` (skipped: ${missing} is not installed here)`;
}

function isInstalled(tool: Tool): boolean {
  const known = found.get(tool);
  if (known !== undefined) return known;
  const installed = spawnSync(tool.program, tool.args, { stdio: 'ignore' }).status === 0;
  found.set(tool, installed);
  return installed;
}
