import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts the command as a user does, in a process of its own, with no setting but the given ones. */
export function startCommand(env: Record<string, string>, args: readonly string[]) {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(AX_|VITEST|NODE_ENV|NODE_EXTRA_CA_CERTS|GITHUB_|TEST$)/.test(name),
  );
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...Object.fromEntries(inherited), ...env },
  });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      printed[name] += part;
    });
  }
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...printed })),
  );
  return { child, ended };
}
