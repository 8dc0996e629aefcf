import { spawn, spawnSync } from 'node:child_process';

/** A published code sample and how a reader runs it. */
export interface RunnableSample {
  /** Its label in the English contract. */
  label: string;
  /** The name that its file has for a reader, as in `spec/samples`. */
  file: string;
  command: string;
  /** Stand before the file. */
  flags: readonly string[];
  /** Makes the command print its version. */
  version: string;
  /** Whether it says itself if the order was cancelled; otherwise it shows the response and leaves that to the reader. */
  judges: boolean;
}

/** In the order in which the contract lists them. */
export const SAMPLES: readonly RunnableSample[] = [
  { label: 'curl', file: 'curl.sh', command: 'sh', flags: [], version: '-c :', judges: false },
  {
    label: 'TypeScript (client)',
    file: 'client.ts',
    command: process.execPath,
    flags: [],
    version: '--version',
    judges: true,
  },
  {
    label: 'TypeScript (fetch)',
    file: 'fetch.ts',
    command: process.execPath,
    flags: [],
    version: '--version',
    judges: true,
  },
  { label: 'Python', file: 'cancel.py', command: 'python3', flags: [], version: '--version', judges: true },
  {
    label: 'Java',
    file: 'Cancel.java',
    command: 'java',
    flags: ['-Dfile.encoding=UTF-8'],
    version: '-version',
    judges: true,
  },
  { label: 'Go', file: 'cancel.go', command: 'go', flags: ['run'], version: 'version', judges: true },
  { label: 'PHP', file: 'cancel.php', command: 'php', flags: [], version: '--version', judges: true },
];

/** The programs that a sample needs and that are not installed here. */
export function missingPrograms({ file, command, version }: RunnableSample): string[] {
  const programs = [[command, ...version.split(' ')], ...(file === 'curl.sh' ? [['curl', '--version']] : [])];
  return programs
    .filter(([program = '', ...args]) => spawnSync(program, args, { stdio: 'ignore' }).status !== 0)
    .map(([program = '']) => program);
}

/** What a sample did. */
export interface Run {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a sample against a server, as a process of its own. */
export function runSample(
  sample: RunnableSample,
  path: string,
  server: string,
  apiKey: string,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(sample.command, [...sample.flags, path], {
      env: { ...process.env, AX_API_KEY: apiKey, AX_BASE_URL: server },
      stdio: ['ignore', 'pipe', 'pipe'],
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
