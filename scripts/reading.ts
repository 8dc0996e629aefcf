/** `pnpm reading`: every question of the ledger, its readings, the one taken, and which of the others are written as overlays. */
import { loadLedger } from '@ax-cloud/contract/ledger';
import { hasOverlay } from '@ax-cloud/contract/readings/reading-files';

const { questions } = await loadLedger();
const lines = questions.flatMap(({ id, title, readings, taken }) => [
  '',
  `${id}: ${title.en}`,
  ...readings.map((reading) => {
    const mark = reading.id === taken ? '✓' : hasOverlay(reading) ? '+' : ' ';
    const why = reading.id === taken || hasOverlay(reading) ? '' : ` (${reading.overlay})`;
    return `  ${mark} ${reading.id}: ${reading.text.en.trim()}${why}`;
  }),
]);
const overlays = questions.flatMap(({ readings }) => readings.filter(hasOverlay)).length;
console.log(
  [
    `${questions.length} questions, ${overlays} readings with an overlay.`,
    '✓ the contract follows it   + an overlay: pnpm mock|contract|site --reading question=reading,…',
    ...lines,
  ].join('\n'),
);
