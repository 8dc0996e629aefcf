/**
 * `pnpm reading`: prints every question of the ledger and its readings, with marks for the taken one and for those with an overlay.
 * `pnpm reading --mail`: prints the questions that only AX Cloud can answer, as a mail in Korean.
 */
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import { hasOverlay } from '@ax-cloud/contract/readings/reading-files';
import { mailOf } from './settle/mail.ts';

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--mail')) {
  console.error(
    `Unknown option "${[option, ...rest].join(' ')}". Write "pnpm reading" or "pnpm reading --mail".`,
  );
  process.exitCode = 2;
} else {
  const ledger = await loadLedger();
  console.log(
    option === undefined
      ? listOf(ledger)
      : mailOf(ledger) || 'Every question that only AX Cloud can answer is settled.',
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
    '✓ the contract follows it   + an overlay: pnpm mock|contract|site --reading question=reading,…',
    ...lines,
  ].join('\n');
}
