import type { Contract, Language } from '@ax-cloud/contract/contract';
import { escapeHtml } from '../html.ts';
import { type Actor, SCENE_TEXTS, type Scene, type Step, scenesOf } from './outcomes-scenes.ts';

/** The horizontal position of each lifeline. */
const X: Readonly<Record<Actor, number>> = { traveler: 48, channel: 172, ax: 296 };
const WIDTH = 344;
/** The vertical position of the first step, and the distance between steps. */
const [TOP, STEP] = [66, 38];

/**
 * Draws a sequence diagram for each outcome of a request, as HTML without blank lines, which would end it in Markdown. Its styles are
 * in `browser/guides.css`.
 */
export function outcomesPicture(contract: Contract, language: Language): string {
  const scenes = scenesOf(contract, language).map((scene) => drawScene(scene, language));
  return `<div class="outcomes">\n${scenes.join('\n')}\n</div>`;
}

function drawScene({ id, title, steps }: Scene, language: Language): string {
  const { actors } = SCENE_TEXTS[language];
  const height = TOP + steps.length * STEP - 8;
  const [titleId, textId] = [`outcome-${id}`, `outcome-${id}-steps`];
  const heads = (Object.keys(X) as Actor[]).map(
    (actor) => `<path class="life" d="M${X[actor]} 32V${height - 4}"/>
<rect class="actor" x="${X[actor] - 44}" y="4" width="88" height="28" rx="6"/>
<text x="${X[actor]}" y="23">${escapeHtml(actors[actor])}</text>`,
  );
  return `<figure>
<figcaption>${escapeHtml(title)}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${titleId} ${textId}">
<title id="${titleId}">${escapeHtml(title)}</title>
<desc id="${textId}">${escapeHtml(steps.map((step) => describe(step, actors)).join(' '))}</desc>
${[...heads, ...steps.map((step, index) => drawStep(step, TOP + index * STEP))].join('\n')}
</svg>
</figure>`;
}

function drawStep(step: Step, y: number): string {
  if ('at' in step) {
    const x = X[step.at];
    return `<rect class="note" x="${x - 70}" y="${y - 21}" width="140" height="25" rx="4"/>
<text x="${x}" y="${y - 4}">${escapeHtml(step.does)}</text>`;
  }
  const [from, to] = [X[step.from], X[step.to]];
  const way = Math.sign(to - from);
  const text = `<text x="${(from + to) / 2}" y="${y - 8}">${escapeHtml(step.says)}</text>`;
  if (step.way === 'lost') {
    const end = to - way * 30;
    return `${text}
<path class="response" d="M${from} ${y}H${end}"/>
<path class="lost" d="M${end - 5} ${y - 5}l10 10m0-10l-10 10"/>`;
  }
  return `${text}
<path class="${step.way}" d="M${from} ${y}H${to - way * 2}"/>
<path class="head" d="M${to - way * 2} ${y}l${way * -8}-4v8z"/>`;
}

/** A step in one sentence, for screen readers. */
function describe(step: Step, actors: Readonly<Record<Actor, string>>): string {
  return 'at' in step
    ? `${actors[step.at]}: ${step.does}.`
    : `${actors[step.from]} → ${actors[step.to]}: ${step.says}.`;
}
