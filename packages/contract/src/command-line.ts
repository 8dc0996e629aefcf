import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

/**
 * Reads a command line as Node.js does.
 *
 * @param config the config of `parseArgs`
 * @param hint ends the message of a wrong command line: the usage, or where it is
 * @throws {CommandError} for an unknown option, a missing value, or an argument that the command does not take
 */
export function readCommandLine<const T extends ParseArgsConfig>(
  config: T,
  hint: string,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // The sentences after the first are about a "--" that no command here needs.
    const [sentence] = error.message.split(/\.\s/);
    throw new CommandError(`${sentence?.replace(/\.$/, '')}.${hint}`);
  }
}

/**
 * Reads the command line of a command that takes no option but `--help`. Prints the usage for that option, and an error for any
 * other argument.
 *
 * @returns the exit code if the command has to end there
 */
export function usageExitCode(args: readonly string[], usage: string): number | undefined {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    const { help } = readCommandLine({ args: [...args], options }, `\n${usage}`).values;
    if (!help) return undefined;
    console.log(usage);
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    console.error(error.message);
    return 2;
  }
}
