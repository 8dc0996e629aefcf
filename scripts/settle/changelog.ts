import type { Ledger } from '@ax-cloud/contract/ledger';
import type { ReadingOverlay } from '@ax-cloud/contract/readings/reading-files';
import type { Answer } from '@ax-cloud/contract/settle/answer';

const WIDTH = 120;

/**
 * Puts what was settled at the top of the contract's changelog, with what a caller has to change.
 *
 * @param text the changelog, whose newest version comes first
 * @param ledger the ledger before the answers
 * @param readings the overlays of the answers that have one
 */
export function addToChangelog(
  text: string,
  version: string,
  answers: readonly Answer[],
  { questions }: Ledger,
  readings: readonly ReadingOverlay[],
): string {
  const lines = answers.flatMap((answer) => {
    const question = questions.find(({ id }) => id === answer.question);
    if (question === undefined || question.taken === answer.reading) return [];
    const overlay = readings.find((one) => one.question === answer.question);
    const name = `(\`${answer.question}\`, ${how(answer)})`;
    if (overlay !== undefined) return item(`${overlay.title} ${name}. ${overlay.migration}`);
    const text = question.readings.find(({ id }) => id === answer.reading)?.text.en;
    return item(`${question.title.en} ${text} No request and no response changes its form ${name}.`);
  });
  const kept = answers.filter(
    ({ question, reading }) => questions.find(({ id }) => id === question)?.taken === reading,
  );
  const same =
    kept.length === 0
      ? []
      : item(
          `Certain now, as the contract had it (${[...new Set(kept.map(how))].join('; ')}): ${kept.map(({ question }) => `\`${question}\``).join(', ')}. Nothing changes for a caller.`,
        );
  const section = `## ${version}\n\n${[...lines, ...same].join('\n')}\n\n`;
  const first = text.search(/^## /m);
  return first === -1
    ? `${text.trimEnd()}\n\n${section.trimEnd()}\n`
    : text.slice(0, first) + section + text.slice(first);
}

function how({ settled }: Answer): string {
  return settled.as === 'observed'
    ? `observed on ${settled.date}, run ${settled.run}`
    : `confirmed by AX Cloud, ${settled.date}`;
}

/** An item of a list, in lines that are not too long. */
function item(text: string): string[] {
  const lines: string[] = [];
  let line = '-';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' ';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}
