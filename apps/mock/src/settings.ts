import { CommandError } from '@ax-cloud/contract/command-error';
import { readCommandLine } from '@ax-cloud/contract/command-line';
import type { LogFormat } from './log.ts';

/** The settings of the command. */
export interface Settings {
  /** What to print instead of starting the mock. */
  show: 'help' | 'scenarios' | 'version' | undefined;
  port: number;
  host: string;
  log: LogFormat | 'off';
  /** The path of a bundled contract, or undefined for the one that the mock came with. */
  contract: string | undefined;
  /** Whether pages of other origins may call the mock. */
  cors: boolean;
  /** Whether an order code may have any form that its schema allows. */
  anyCode: boolean;
  /** Whether the contract is read again when its file changes. */
  watch: boolean;
}

/** The options of the command. */
export const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  log: { type: 'string' },
  contract: { type: 'string' },
  cors: { type: 'boolean' },
  'any-code': { type: 'boolean' },
  watch: { type: 'boolean' },
  scenarios: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * Reads the command line and the mock's variables. An option takes precedence over its variable. An empty variable counts as not
 * set.
 *
 * @param args the arguments after the command's name
 * @throws {CommandError} when something is malformed or unknown
 */
export function readSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { values } = readCommandLine({ args: [...args], options: OPTIONS }, ' See --help.');
  const { contract, watch = false, log = 'pretty' } = values;
  const [name, port] = readPort(values.port, environment);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new CommandError(
      `${name} is "${port}", which is not a port. Write a number from 1 to 65535, or 0 for a free port.`,
    );
  }
  if (log !== 'pretty' && log !== 'json' && log !== 'off')
    throw new CommandError(`--log is "${log}". Write --log pretty, --log json or --log off.`);
  if (watch && contract === undefined)
    throw new CommandError(
      '--watch has no file to watch. Name one with --contract, for example spec/dist/openapi.json.',
    );
  const show = (['help', 'version', 'scenarios'] as const).find((name) => values[name]);
  const host = values.host ?? (environment.AX_MOCK_HOST || '127.0.0.1');
  const anyCode = values['any-code'] ?? false;
  const cors = values.cors ?? readSwitch('AX_MOCK_CORS', environment);
  return { show, port: Number(port), host, log, contract, cors, anyCode, watch };
}

/** The port, and the name of the option or variable that set it. */
function readPort(option: string | undefined, { AX_MOCK_PORT, PORT }: NodeJS.ProcessEnv): [string, string] {
  if (option !== undefined) return ['--port', option];
  if (AX_MOCK_PORT) return ['AX_MOCK_PORT', AX_MOCK_PORT];
  // Many platforms set PORT for what they run.
  return ['PORT', PORT || '4010'];
}

/** @throws {CommandError} for a value that is not on or off */
function readSwitch(name: string, environment: NodeJS.ProcessEnv): boolean {
  const value = environment[name] || '0';
  if (/^(1|true|on)$/i.test(value)) return true;
  if (/^(0|false|off)$/i.test(value)) return false;
  throw new CommandError(`${name} is "${value}". Write 1 or 0.`);
}
