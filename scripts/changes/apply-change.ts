import { fold } from '@ax-cloud/contract/readings/fold';
import { foldTexts } from '@ax-cloud/contract/readings/fold-texts';
import { takeReadings } from '../settle/ledger-file.ts';
import type { Change, TextEdit } from './change.ts';
import type { Scratch } from './scratch.ts';

const CONTRACT = 'spec/openapi.yaml';
const TEXTS = 'spec/openapi.ko.yaml';

/**
 * Writes a change into the contract and the Korean overlay of a scratch copy, and its readings into the ledger.
 *
 * @throws {OverlayError} if an action does not apply
 */
export async function applyChange(
  scratch: Scratch,
  { overlay, texts, takes = [] }: Pick<Change, 'overlay' | 'texts' | 'takes'>,
): Promise<undefined> {
  const folded = fold(await scratch.read(CONTRACT), overlay);
  const korean = foldTexts(await scratch.read(TEXTS), folded, texts);
  await scratch.write(CONTRACT, folded.text);
  await scratch.write(TEXTS, korean);
  if (takes.length > 0) await takeReadings(scratch, takes);
}

/**
 * Replaces texts in the spec of a scratch copy.
 *
 * @throws {Error} if a file does not have the text, because the edit would then test nothing
 */
export async function applyTextEdits(scratch: Scratch, edits: readonly TextEdit[]): Promise<void> {
  for (const { file, find, put } of edits) {
    const path = `spec/${file}`;
    const text = await scratch.read(path);
    if (!text.includes(find))
      throw new Error(`${file} no longer has the text that an edit replaces: ${find}`);
    await scratch.write(
      path,
      text.replace(find, () => put),
    );
  }
}
