import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs the command as a user does, in a process of its own, with no setting but the given ones. */
export function runCommand(
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(AX_|VITEST|NODE_ENV|TEST$)/.test(name),
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
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...printed })));
}
