import { startCommand } from '../faults/conditions/start-command.ts';

/** Runs the command as a user does, to its end. */
export function runCommand(
  env: Record<string, string> = {},
  args: string[] = [],
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return startCommand(env, args).ended;
}
