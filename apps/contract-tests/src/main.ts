import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { runCommandLine } from './command.ts';
import { execute } from './execute.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  color: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  print: (line) => console.log(line),
  printError: (line) => console.error(line),
  loadContract,
  loadLedger,
  execute,
});
