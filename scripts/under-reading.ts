import { CommandError } from '@ax-cloud/contract/command-error';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { combineReadings } from '@ax-cloud/contract/readings/combine';
import { readReadings } from '@ax-cloud/contract/readings/reading-files';
import { runScript } from './changes/run.ts';
import { createScratch, REPOSITORY, type Scratch } from './changes/scratch.ts';
import { takeReadings } from './settle/ledger-file.ts';

/**
 * Copies the workspaces, and changes the contract in the copy to other readings of the page. The contract is linted and bundled.
 *
 * @param names `question=reading`
 * @returns the copy, which the caller removes
 * @throws {CommandError} if a reading is unknown, has no overlay, or contradicts another one
 */
export async function createUnderReadings(names: readonly string[]): Promise<Scratch> {
  const ledger = await loadLedger();
  const readings = await readReadings(`${REPOSITORY}/spec`, ledger, names);
  const scratch = await createScratch('reading');
  try {
    const [contract, korean] = await Promise.all(
      ['openapi.yaml', 'openapi.ko.yaml'].map((file) => scratch.read('spec', file)),
    );
    const combined = combineReadings({ contract: contract ?? '', korean: korean ?? '' }, readings);
    await scratch.write('spec/openapi.yaml', combined.contract);
    await scratch.write('spec/openapi.ko.yaml', combined.korean);
    await takeReadings(scratch, names);
    await runOrRefuse(scratch, 'spec', 'lint');
    await runOrRefuse(scratch, 'spec', 'bundle');
    return scratch;
  } catch (error) {
    await scratch.remove();
    throw error;
  }
}

/** Runs a package's script in the copy. @throws {CommandError} with its output, if it fails */
export async function runOrRefuse(scratch: Scratch, workspace: string, script: string): Promise<void> {
  const { ok, output } = await runScript(scratch, workspace, script);
  if (!ok) throw new CommandError(`"${script}" of ${workspace} fails in this reading:\n${output.trim()}`);
}
