import { startMock } from '@ax-cloud/channel-mock';
import type { Contract } from '@ax-cloud/contract/contract';
import { buildConsumer } from './build.ts';
import { makeCall, type Outcome } from './call.ts';
import { type Call, planCalls } from './plan.ts';
import { type Row, withoutSetting } from './rows.ts';
import { callServer } from './server.ts';
import { CompileError, type Program } from './toolchains.ts';

/** The findings about a row. */
export interface Examination {
  row: Row;
  outcomes: readonly Outcome[];
  /** The results of cancels without what must be set; undefined if nothing must be set. */
  asGenerated: readonly Outcome[] | undefined;
}

/**
 * Generates and compiles a row, and lets it make, or as a server respond to, every call of the plan.
 *
 * @throws {Error} when it does not generate or compile
 */
export async function examine(contract: Contract, row: Row): Promise<Examination> {
  const { setting } = row;
  const program = await buildConsumer(row, row.id);
  const outcomes = await call(contract, row, program, false);
  if (setting === undefined) return { row, outcomes, asGenerated: undefined };
  const bare = setting.options === undefined ? program : await buildBare(row);
  return { row, outcomes, asGenerated: Array.isArray(bare) ? bare : await call(contract, row, bare, true) };
}

/** Builds a row without what must be set when generating, or says that it does not compile. */
async function buildBare(row: Row): Promise<Program | Outcome[]> {
  try {
    return await buildConsumer(withoutSetting(row), `${row.id}-as-generated`);
  } catch (error) {
    if (!(error instanceof CompileError)) throw error;
    const [name, seen] = ['compile', error.message];
    return [{ name, status: 0, extraFields: false, raised: null, problems: ['not-compiled'], seen }];
  }
}

function call(contract: Contract, row: Row, program: Program, asGenerated: boolean): Promise<Outcome[]> {
  const calls = row.kind === 'server' ? callServer : callMock;
  return calls(contract, program, asGenerated);
}

async function callMock(contract: Contract, program: Program, asGenerated: boolean): Promise<Outcome[]> {
  const mock = await startMock({ port: 0, log: () => {} });
  try {
    const outcomes: Outcome[] = [];
    for (const planned of planCalls(contract).filter((one) => !asGenerated || isPlainCancel(contract, one))) {
      outcomes.push(await makeCall(program, planned, { contract, mock: mock.url, asGenerated }));
    }
    return outcomes;
  } finally {
    await mock.close();
  }
}

/** Without what must be set every call fails. Plain cancels are enough, because each call takes a process of its own. */
function isPlainCancel({ success }: Contract, { expected, alteration }: Call): boolean {
  return expected.status === success.status && !alteration.extraFields;
}
