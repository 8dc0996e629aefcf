import type { Ledger } from '@ax-cloud/contract/ledger';
import { applyOverlay } from '@ax-cloud/contract/readings/apply';
import { OverlayError } from '@ax-cloud/contract/readings/overlay';
import { readAllReadings } from '@ax-cloud/contract/readings/reading-files';
import type { Answer } from '@ax-cloud/contract/settle/answer';
import { inferredLines } from '@ax-cloud/contract/settle/settle-marks';
import type { SpecTexts } from '@ax-cloud/contract/settle/settle-spec';
import { parse } from 'yaml';

/**
 * Lists what a person must still change after the answers, one line each: texts that still follow another reading, and overlays
 * that no longer apply.
 *
 * @param spec the folder with the settled files
 * @param readmes the READMEs of the workspaces, by path
 * @param changed the answers that the contract did not follow before
 * @param written the questions whose overlay was written into the contract
 */
export async function leftToDo(
  spec: string,
  texts: SpecTexts,
  readmes: Readonly<Record<string, string>>,
  changed: readonly Answer[],
  written: readonly string[],
): Promise<string[]> {
  const ledger = parse(texts.ledger) as Ledger;
  const reword = changed.flatMap(({ question }) => {
    const marked = markedTexts(texts, question);
    const inSpec = marked.length > 0 || written.includes(question) ? marked : unmarkedTexts(ledger, question);
    return [...inSpec, ...namedIn(readmes, question)];
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

/** The lines of READMEs that name a question. They may follow its former reading. */
function namedIn(readmes: Readonly<Record<string, string>>, question: string): string[] {
  return Object.entries(readmes).flatMap(([file, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        line.includes(`\`${question}\``) ? [`${file}:${index + 1}: reword what is said of ${question}.`] : [],
      ),
  );
}

/** The places whose texts may depend on a question without a mark. */
function unmarkedTexts({ questions }: Ledger, question: string): string[] {
  const pointers = questions.find(({ id }) => id === question)?.contract.join(', ');
  return [`spec/openapi.yaml, ${pointers}: reword what is said of ${question}, in both languages.`];
}

/** Overlays of open questions that do not apply to the settled contract. */
async function brokenOverlays(spec: string, { contract }: SpecTexts, ledger: Ledger): Promise<string[]> {
  const document = parse(contract);
  const readings = await readAllReadings(spec, ledger);
  return readings.flatMap(({ name, overlay, texts }) => {
    try {
      applyOverlay(applyOverlay(document, overlay), texts);
      return [];
    } catch (error) {
      if (!(error instanceof OverlayError)) throw error;
      return [`The overlay of the reading ${name} no longer applies. ${error.message}`];
    }
  });
}
