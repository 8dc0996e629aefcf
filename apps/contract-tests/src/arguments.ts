import { parseArgs } from 'node:util';
import { CommandError } from '@ax-cloud/contract/command-error';

/** What the command line asks for. */
export type Command =
  | { do: 'run' | 'list'; only: readonly string[] }
  | { do: 'diff'; before: string; after: string }
  | { do: 'help' };

/** How the command is called. */
export const USAGE = `pnpm contract                     runs the cases against the mock, or against the server in AX_BASE_URL
pnpm contract --list              lists the cases with what each needs, and sends nothing
pnpm contract --only <id|tag>     runs some: an id (auth.missing), a beginning (auth, body.comment) or a need (key);
                                  repeatable, or separated by commas
pnpm contract diff <a> <b>        shows what changed between two reports (contract.json)
pnpm contract --help              this text`;

/**
 * Reads the command line.
 *
 * @throws {CommandError} when it is none of the above
 */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args.filter((arg) => arg !== '--'));
  if (values.help) return { do: 'help' };
  const [word, before, after, ...rest] = positionals;
  if (word === 'diff') {
    if (before === undefined || after === undefined || rest.length > 0) {
      throw new CommandError(`diff takes two reports: pnpm contract diff a/contract.json b/contract.json`);
    }
    return { do: 'diff', before, after };
  }
  if (word !== undefined) throw new CommandError(`Unknown command "${word}".\n${USAGE}`);
  const only = (values.only ?? []).flatMap((value) => value.split(',')).map((name) => name.trim());
  return { do: values.list ? 'list' : 'run', only: only.filter((name) => name !== '') };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        only: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
