import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runInHost } from '@ax-cloud/contract/programs/run-in-host';

const workspace = fileURLToPath(new URL('../..', import.meta.url));
const repository = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/[\\/]$/, '');
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** How the command ended. */
export interface EndedCommand {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the command in its own process, as a user does, with only the given settings. */
export function startCommand(env: Record<string, string>, args: readonly string[]) {
  const child = spawn(process.execPath, [main, ...args], { env: { ...inherited(), ...env } });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      printed[name] += part;
    });
  }
  const ended = new Promise<EndedCommand>((resolve) =>
    child.on('close', (code) => resolve({ code, ...printed })),
  );
  return { child, ended };
}

/**
 * Runs the whole command as a user does, with only the given settings. It reuses a process, because loading Prism and vitest
 * takes most of a run's time.
 */
export async function runCommand(
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<EndedCommand> {
  const whole = { ...inherited(), ...env };
  const { code, stdout, stderr } = await runInHost({
    root: repository,
    cwd: workspace,
    entry: main,
    args,
    env: whole,
  });
  return { code, stdout, stderr };
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(AX_|VITEST|NODE_ENV|NODE_EXTRA_CA_CERTS|GITHUB_|TEST$)/.test(name),
    ),
  );
}
