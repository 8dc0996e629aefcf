import { execFile, spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const WINDOWS = process.platform === 'win32';

/** The compile cache of Node.js for the samples and the client. */
const COMPILED = fileURLToPath(new URL('../node_modules/.cache/samples', import.meta.url));
/** A folder with the libraries of the samples for the JVM. Only `pnpm e2e` sets it. */
const JARS = process.env.AX_SAMPLE_JARS ?? '';

/** A program and its arguments. */
interface Command {
  program: string;
  args: readonly string[];
}

/** A published code sample and how a reader runs it. */
export interface RunnableSample {
  /** Its label in the English contract. */
  label: string;
  /** The programming language, as `x-codeSamples` names it. */
  lang: string;
  /** The name of its file, as in `spec/samples`. */
  file: string;
  /** Commands that succeed if everything that it needs is installed. */
  needs: readonly Command[];
  /** Whether it also knows refusals that the contract does not document. */
  knowsMore: boolean;
  /** Compiles a file if needed, and returns the command that runs the sample. */
  build(file: string): Promise<Command>;
}

const interpreted =
  (program: string): RunnableSample['build'] =>
  async (file) => ({ program, args: [file] });
const onClassPath = (folder: string, mainClass: string): Command => ({
  program: 'java',
  args: [
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    [folder, join(JARS, '*')].join(delimiter),
    mainClass,
  ],
});
const java =
  (mainClass: string): RunnableSample['build'] =>
  async (file) => {
    const folder = dirname(file);
    await run('javac', ['-encoding', 'UTF-8', '-cp', join(JARS, '*'), '-d', folder, file]);
    return onClassPath(folder, mainClass);
  };

async function kotlin(file: string): Promise<Command> {
  const folder = dirname(file);
  const jars = readdirSync(JARS).map((name) => join(JARS, name));
  const compiler = ['-cp', join(JARS, '*'), 'org.jetbrains.kotlin.cli.jvm.K2JVMCompiler'];
  const flags = ['-no-stdlib', '-no-reflect', '-cp', jars.join(delimiter), '-d', folder];
  await run('java', [...compiler, ...flags, file]);
  return onClassPath(folder, 'CancelKt');
}

/** Finds the interpreter itself, because the wrapper of a version manager takes as long as a sample. */
async function python(file: string): Promise<Command> {
  const { stdout } = await run('python3', ['-c', 'import sys; print(sys.executable)']);
  return { program: stdout.trim(), args: [file] };
}

/** Builds a program, because `go run` hides its exit code. Debug information would take a third of the time, so it is left out. */
async function go(file: string): Promise<Command> {
  const program = `${file}${WINDOWS ? '.exe' : '.out'}`;
  await run('go', ['build', '-ldflags=-s -w', '-o', program, file]);
  return { program, args: [] };
}

const NODE = { needs: [], build: interpreted(process.execPath) };
const JDK = [
  { program: 'java', args: ['-version'] },
  { program: 'javac', args: ['-version'] },
];
const PHP = ['-r', 'exit(extension_loaded("curl") ? 0 : 1);'];

/** The samples, in the order of the contract. */
export const SAMPLES: readonly RunnableSample[] = [
  {
    label: 'curl',
    lang: 'Shell',
    file: 'curl.sh',
    needs: [
      { program: 'sh', args: ['-c', ':'] },
      { program: 'curl', args: ['--version'] },
      { program: 'jq', args: ['--version'] },
    ],
    knowsMore: false,
    build: interpreted('sh'),
  },
  { label: 'TypeScript (client)', lang: 'TypeScript', file: 'client.ts', knowsMore: true, ...NODE },
  { label: 'TypeScript (fetch)', lang: 'TypeScript', file: 'fetch.ts', knowsMore: false, ...NODE },
  { label: 'Java', lang: 'Java', file: 'Cancel.java', needs: JDK, knowsMore: false, build: java('Cancel') },
  { label: 'Kotlin', lang: 'Kotlin', file: 'Cancel.kt', needs: JDK, knowsMore: false, build: kotlin },
  {
    label: 'Spring RestClient',
    lang: 'Java',
    file: 'SpringCancel.java',
    needs: JDK,
    knowsMore: false,
    build: java('SpringCancel'),
  },
  {
    label: 'Python',
    lang: 'Python',
    file: 'cancel.py',
    needs: [{ program: 'python3', args: ['--version'] }],
    knowsMore: false,
    build: python,
  },
  {
    label: 'Go',
    lang: 'Go',
    file: 'cancel.go',
    needs: [{ program: 'go', args: ['version'] }],
    knowsMore: false,
    build: go,
  },
  {
    label: 'PHP',
    lang: 'PHP',
    file: 'cancel.php',
    needs: [{ program: 'php', args: PHP }],
    knowsMore: false,
    build: interpreted('php'),
  },
];

const MISSING = new Map(SAMPLES.map((sample) => [sample, whatIsMissing(sample)]));

/** Whether a sample is skipped, and a title for its tests that says why. */
export function titleOf(sample: RunnableSample): { skipped: boolean; title: string } {
  const missing = MISSING.get(sample);
  const why = missing === undefined ? '' : ` (skipped: ${missing})`;
  return { skipped: missing !== undefined, title: `${sample.file}${why}` };
}

function whatIsMissing({ needs }: RunnableSample): string | undefined {
  if (needs === JDK && JARS === '') return 'its libraries come with "pnpm e2e"';
  const missing = needs.find(
    ({ program, args }) => spawnSync(program, args, { stdio: 'ignore' }).status !== 0,
  );
  if (missing?.args === PHP) return 'PHP with the extension curl is not installed';
  return missing && `${missing.program} is not installed`;
}

/** What a sample did. */
export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a built sample against a server, in its own process.
 *
 * @param apiKey undefined leaves the variable unset
 * @param signal stops the process
 */
export function runSample(
  { program, args }: Command,
  server: string,
  apiKey: string | undefined,
  signal?: AbortSignal,
): Promise<Run> {
  const { AX_API_KEY: _, ...rest } = process.env;
  const key = apiKey === undefined ? {} : { AX_API_KEY: apiKey };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...rest, ...key, AX_BASE_URL: server, NODE_COMPILE_CACHE: COMPILED },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, ...output }));
  });
}
