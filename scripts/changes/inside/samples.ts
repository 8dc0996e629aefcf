import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Contract } from '@ax-cloud/contract/contract';

/** How to run a sample, by the `lang` of `x-codeSamples`. */
const RUN: Readonly<
  Record<string, { file: string; command: string; args: readonly string[]; needs: readonly string[] }>
> = {
  Shell: { file: 'cancel.sh', command: 'sh', args: [], needs: ['curl', 'jq'] },
  TypeScript: { file: 'cancel.ts', command: process.execPath, args: [], needs: [] },
  Python: { file: 'cancel.py', command: 'python3', args: [], needs: ['python3'] },
  // Debug information would take a third of the linker's time.
  Go: { file: 'cancel.go', command: 'go', args: ['run', '-ldflags=-w'], needs: ['go'] },
  PHP: { file: 'cancel.php', command: 'php', args: [], needs: ['php'] },
};

/** `pnpm e2e` has the libraries for these languages. It runs their samples, including after edits of the contract. */
const IN_E2E = ['Java', 'Kotlin'];

interface Sample {
  lang: string;
  label: string;
  source: string;
}

/**
 * Runs the contract's code samples against the mock, if their programs are installed.
 *
 * @param folder an empty folder of the copy
 * @param modules a `node_modules` folder with the client
 * @returns the labels of the samples that ran
 * @throws {Error} with the output of the samples that failed
 */
export async function runSamples(
  contract: Contract,
  mockUrl: string,
  folder: string,
  modules: string,
): Promise<string> {
  const ran: string[] = [];
  const failed: string[] = [];
  for (const [index, { lang, label, source }] of samplesOf(contract).entries()) {
    if (IN_E2E.includes(lang)) continue;
    const how = RUN[lang];
    if (how === undefined)
      throw new Error(`The harness cannot run samples in ${lang}. Add how to inside/samples.ts.`);
    if (!how.needs.every(isInstalled)) continue;
    const place = join(folder, String(index));
    await mkdir(place, { recursive: true });
    await symlink(modules, join(place, 'node_modules'), 'junction');
    await writeFile(join(place, 'package.json'), '{ "type": "module" }');
    await writeFile(join(place, how.file), source);
    const { code, output } = await run(how.command, [...how.args, join(place, how.file)], mockUrl);
    if (code === 0 && output.includes(String(contract.orderCode.example))) ran.push(label);
    else failed.push(`${label} ended with ${code}: ${output.trim().slice(0, 600)}`);
  }
  if (failed.length > 0) throw new Error(failed.join('\n'));
  return ran.join(', ');
}

/** Whether a program is on the path. */
function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => [program, `${program}.exe`].some((name) => existsSync(join(folder, name))));
}

function samplesOf({ document, path, method }: Contract): Sample[] {
  const { paths } = document as { paths: Record<string, Record<string, { 'x-codeSamples'?: Sample[] }>> };
  return paths[path]?.[method.toLowerCase()]?.['x-codeSamples'] ?? [];
}

function run(
  command: string,
  args: readonly string[],
  server: string,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: { ...process.env, AX_API_KEY: 'key-of-the-changes', AX_BASE_URL: server },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
