import { CommandError } from '@ax-cloud/contract/command-error';
import type { Ledger } from '@ax-cloud/contract/ledger';
import { combineReadings } from '@ax-cloud/contract/readings/combine';
import { overlayNames, readReadings } from '@ax-cloud/contract/readings/reading-files';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import { inferredLines } from '@ax-cloud/contract/settle/settle-marks';
import type { SpecTexts } from '@ax-cloud/contract/settle/settle-spec';
import { parse } from 'yaml';

/**
 * Names what answers leave for a person, one line each: texts that still say what another reading said, and overlays that no
 * longer apply.
 *
 * @param spec the folder with the settled files
 * @param changed the answers that the contract did not follow before
 * @param written the questions whose answer was written into the contract as an overlay
 */
export async function leftToDo(
  spec: string,
  texts: SpecTexts,
  changed: readonly Answer[],
  written: readonly string[],
): Promise<string[]> {
  const ledger = parse(texts.ledger) as Ledger;
  const reword = changed.flatMap(({ question }) => {
    const marked = markedTexts(texts, question);
    return marked.length > 0 || written.includes(question) ? marked : unmarkedTexts(ledger, question);
  });
  return [...reword, ...(await brokenOverlays(spec, texts, ledger))];
}

function markedTexts({ contract, korean, overlays }: SpecTexts, question: string): string[] {
  const files = { 'spec/openapi.yaml': contract, 'spec/openapi.ko.yaml': korean, ...overlays };
  return Object.entries(files).flatMap(([file, text]) =>
    inferredLines(text, question).map(
      (line) =>
        `${file}:${line}: the text calls ${question} inferred. Reword it for the answer, and mark it so.`,
    ),
  );
}

/** Where a text may speak of a question without its mark. */
function unmarkedTexts({ questions }: Ledger, question: string): string[] {
  const pointers = questions.find(({ id }) => id === question)?.contract.join(', ');
  return [`spec/openapi.yaml, ${pointers}: reword what is said of ${question}, in both languages.`];
}

async function brokenOverlays(spec: string, texts: SpecTexts, ledger: Ledger): Promise<string[]> {
  const broken = await Promise.all(
    overlayNames(ledger).map(async (name) => {
      try {
        combineReadings(texts, await readReadings(spec, ledger, [name]));
        return [];
      } catch (error) {
        if (error instanceof CommandError) return [error.message];
        throw error;
      }
    }),
  );
  return broken.flat();
}
