/**
 * `pnpm mock`, `pnpm proxy`, `pnpm site`, `pnpm contract`: builds what the command needs and runs it. With
 * `--reading question=reading,…` it runs in a copy with the contract of those readings. The repository stays as it is.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CommandError } from '@ax-cloud/contract/command-error';
import type { Scratch } from './changes/scratch.ts';
import { runTurbo } from './run-turbo.ts';
import { createUnderReadings, runOrRefuse } from './under-reading.ts';

/** One command of the root. */
interface Command {
  /** The package to build in the repository. */
  builds: string;
  /** The folders of the packages to build in a copy. */
  buildsInCopy: readonly string[];
  /** The arguments of Node.js, with the contract of `root`. */
  run(root: string): readonly string[];
}

const repository = fileURLToPath(new URL('..', import.meta.url));

const COMMANDS: Readonly<Record<string, Command>> = {
  mock: {
    builds: '@ax-cloud/channel-mock',
    buildsInCopy: [],
    run: (root) => [
      `${repository}apps/mock/dist/main.js`,
      '--contract',
      `${root}spec/dist/openapi.json`,
      '--watch',
    ],
  },
  proxy: {
    builds: '@ax-cloud/channel-mock',
    buildsInCopy: ['apps/mock'],
    run: (root) => [`${root}apps/mock/dist/proxy.js`],
  },
  site: {
    builds: '@ax-cloud/channel-docs',
    buildsInCopy: ['apps/docs'],
    run: (root) => [`${root}apps/docs/src/main.ts`],
  },
  contract: {
    builds: '@ax-cloud/channel-mock',
    buildsInCopy: ['apps/mock'],
    run: (root) => [`${root}apps/contract-tests/src/main.ts`],
  },
};

const [name = '', ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined)
  throw new Error(`Unknown command "${name}". Known are ${Object.keys(COMMANDS).join(', ')}.`);

// Ctrl-C reaches the command too. This process waits for it to end and then removes the copy.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child?.kill(signal));
let child: ReturnType<typeof spawn> | undefined;
let scratch: Scratch | undefined;
try {
  const { readings, args } = takeReadings(rest);
  await build(command.builds);
  if (readings.length > 0) {
    scratch = await createUnderReadings(readings);
    // Each page of the docs then says that it shows other readings.
    process.env.AX_DOCS_READINGS = readings.join(',');
    for (const workspace of command.buildsInCopy) await runOrRefuse(scratch, workspace, 'build');
    console.error(`Under the reading ${readings.join(', ')}:`);
  }
  const root = scratch === undefined ? repository : `${scratch.root}/`;
  child = spawn(process.execPath, [...command.run(root), ...args], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  // There is no code if a signal ended the command: that is a failure.
  process.exitCode = code ?? 2;
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await scratch?.remove();
}

/** Takes `--reading a,b` and `--reading=a,b` out of the arguments. */
function takeReadings(given: readonly string[]): { readings: string[]; args: string[] } {
  const readings: string[] = [];
  const args: string[] = [];
  for (let index = 0; index < given.length; index += 1) {
    const [option, inline] = (given[index] ?? '').split(/=(.*)/s);
    if (option !== '--reading') {
      args.push(given[index] ?? '');
      continue;
    }
    const value = inline ?? given[++index];
    if (!value)
      throw new CommandError(
        '--reading names no reading. Write --reading question=reading; "pnpm reading" lists them.',
      );
    readings.push(
      ...value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    );
  }
  return { readings, args };
}

/** @throws {CommandError} with what the build printed */
async function build(workspace: string): Promise<void> {
  // A build that is in turbo's cache takes less.
  const notice = setTimeout(() => console.error(`Building ${workspace} …`), 1000);
  const { ok, problems } = await runTurbo('build', `--filter=${workspace}`);
  clearTimeout(notice);
  if (!ok) throw new CommandError(problems);
}
