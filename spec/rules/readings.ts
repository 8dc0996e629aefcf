import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documentRule, listOf, objectOf, readBeside } from './rule.ts';

/**
 * Every reading of the ledger names its overlay, or says why it has none. Every overlay belongs to a reading, lies at the
 * path that the reading names, and has Korean texts beside it. The reading that the contract follows has no overlay.
 */
export const readings = documentRule((_, report, file) => {
  const folder = dirname(file);
  const ledger = readBeside(file, 'source.yaml');
  // A copy of the contract without its ledger has no readings.
  if (ledger === undefined || !existsSync(join(folder, 'source.yaml'))) return;
  const named = new Set<string>();
  for (const question of listOf(objectOf(ledger).questions).map(objectOf)) {
    for (const reading of listOf(question.readings).map(objectOf)) {
      const name = `${question.id}=${reading.id}`;
      const place = `readings/${question.id}/${reading.id}.yaml`;
      const { overlay, noOverlay } = reading;
      const isTaken = reading.id === question.taken;
      if (overlay === undefined && (noOverlay === undefined) === isTaken) continue;
      named.add(place).add(place.replace(/yaml$/, 'ko.yaml'));
      if (isTaken) {
        report(
          [],
          `source.yaml: the contract follows the reading ${name}, so it needs neither "overlay" nor "noOverlay". Remove it, and ${place} where it is there.`,
        );
      } else if (overlay !== place || noOverlay !== undefined) {
        report(
          [],
          `source.yaml: the reading ${name} must say its overlay or why it has none. Write "overlay: ${place}", or "noOverlay" in both languages.`,
        );
      }
      for (const wanted of [place, place.replace(/yaml$/, 'ko.yaml')]) {
        if (overlay === place && !existsSync(join(folder, wanted))) {
          report(
            [],
            `source.yaml names ${place}, and ${wanted} is not there. Add it, or write "noOverlay" in both languages.`,
          );
        }
      }
    }
  }
  for (const overlay of overlaysIn(folder)) {
    if (!named.has(overlay))
      report([], `${overlay} is an overlay that no reading of source.yaml has. Name it there, or remove it.`);
  }
});

function overlaysIn(folder: string): string[] {
  const readings = join(folder, 'readings');
  if (!existsSync(readings)) return [];
  return readdirSync(readings, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `readings/${name.replaceAll('\\', '/')}`);
}
