import { CommandError } from '@ax-cloud/contract/command-error';
import { readCommandLine } from '@ax-cloud/contract/command-line';

/** What the command line asks for. */
export type Command =
  | { do: 'run' | 'list' | 'plan'; only: readonly string[]; pattern: string | undefined; quiet: boolean }
  | { do: 'diff'; reports: readonly string[]; all: boolean; exitCode: boolean }
  | { do: 'help' | 'version' };

/** What `--help` prints. */
export const USAGE = `pnpm contract                     runs the cases against the mock, or against the server in AX_BASE_URL
pnpm contract --plan              shows what a run would send and which orders it takes, and sends nothing
pnpm contract --list              lists the cases with what each needs, and sends nothing
pnpm contract --only <name>       runs some: an id (auth.missing), a beginning (auth, body.comment), a need (key) or a level (open);
                                  @failed for those that failed in AX_REPORT_DIR; repeatable, or separated by commas
pnpm contract -t <pattern>        runs the cases whose title matches a regular expression, as vitest does
pnpm contract --quiet             prints only failures and the end
pnpm contract diff <a> <b> …      compares reports (contract.json) in one table, a column for each; --all: also equal results,
                                  --exit-code: ends with 1 when a report is worse than the one before it
pnpm contract --version, --help`;

/**
 * Reads the command line.
 *
 * @throws {CommandError} for an unknown option or command
 */
export function readArguments(args: readonly string[]): Command {
  const { values, positionals } = parse(args.filter((arg) => arg !== '--'));
  if (values.help) return { do: 'help' };
  if (values.version) return { do: 'version' };
  const [word, ...reports] = positionals;
  if (word === 'diff') {
    if (reports.length < 2) {
      throw new CommandError(
        `diff takes two reports or more: pnpm contract diff a/contract.json b/contract.json`,
      );
    }
    return { do: 'diff', reports, all: values.all ?? false, exitCode: values['exit-code'] ?? false };
  }
  if (word !== undefined) throw new CommandError(`Unknown command "${word}".\n${USAGE}`);
  const only = (values.only ?? []).flatMap((value) => value.split(',')).map((name) => name.trim());
  return {
    do: values.list ? 'list' : values.plan ? 'plan' : 'run',
    only: only.filter((name) => name !== ''),
    pattern: values.testNamePattern,
    quiet: values.quiet ?? false,
  };
}

function parse(args: string[]) {
  return readCommandLine(
    {
      args,
      allowPositionals: true,
      options: {
        list: { type: 'boolean' },
        plan: { type: 'boolean' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        all: { type: 'boolean' },
        'exit-code': { type: 'boolean' },
        only: { type: 'string', multiple: true },
        testNamePattern: { type: 'string', short: 't' },
      },
    },
    `\n${USAGE}`,
  );
}
