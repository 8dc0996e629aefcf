/**
 * `pnpm reading`: prints every question of the ledger and its readings, with marks for the taken one and for those with an overlay.
 * `pnpm reading --mail`: prints the questions that only AX Cloud can answer, as a mail in Korean.
 */
import { CommandError } from '@ax-cloud/contract/command-error';
import { readCommandLine } from '@ax-cloud/contract/command-line';
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import { hasOverlay } from '@ax-cloud/contract/readings/reading-files';
import { mailOf } from './settle/mail.ts';

const USAGE = `pnpm reading          lists every question, its readings, the one taken, and those that are written as overlays
pnpm reading --mail   writes the questions that only AX Cloud can answer, as a Korean mail`;

try {
  await print(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function print(args: string[]): Promise<void> {
  const options = { mail: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const { mail, help } = readCommandLine({ args, options }, `\n${USAGE}`).values;
  if (help) return console.log(USAGE);
  const ledger = await loadLedger();
  console.log(
    mail ? mailOf(ledger) || 'Every question that only AX Cloud can answer is settled.' : listOf(ledger),
  );
}

function listOf({ questions }: Ledger): string {
  const lines = questions.flatMap(({ id, title, readings, taken, settled }) => [
    '',
    `${id}: ${title.en}${settled === undefined ? '' : ` (${settled.as} on ${settled.date})`}`,
    ...readings.map((reading) => {
      const mark = reading.id === taken ? '✓' : hasOverlay(reading) ? '+' : ' ';
      const why =
        reading.id === taken || hasOverlay(reading) ? '' : ` (no overlay: ${reading.noOverlay?.en})`;
      return `  ${mark} ${reading.id}: ${reading.text.en.trim()}${why}`;
    }),
  ]);
  const overlays = questions.flatMap(({ readings }) => readings.filter(hasOverlay)).length;
  const settled = questions.filter((question) => question.settled !== undefined).length;
  return [
    `${questions.length} questions, ${settled} of them settled, ${overlays} readings with an overlay.`,
    '✓ the contract follows it   + an overlay: pnpm mock|proxy|contract|site --reading question=reading,…',
    ...lines,
  ].join('\n');
}
