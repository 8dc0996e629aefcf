import { isDeepStrictEqual } from 'node:util';
import type { Change } from './change.ts';
import { runIn, succeeded } from './run.ts';
import type { Scratch } from './scratch.ts';

const FILES = {
  before: 'before.yaml',
  koreanBefore: 'before.ko.yaml',
  overlay: 'change.yaml',
  texts: 'change.ko.yaml',
};
const OUT = '.lint/second-opinion.json';

/** Saves the unchanged contract, and the change as overlays, beside the contract. */
export async function keepBefore(
  scratch: Scratch,
  { overlay, texts }: Pick<Change, 'overlay' | 'texts'>,
): Promise<void> {
  await scratch.write(`spec/${FILES.before}`, await scratch.read('spec/openapi.yaml'));
  await scratch.write(`spec/${FILES.koreanBefore}`, await scratch.read('spec/openapi.ko.yaml'));
  await scratch.write(`spec/${FILES.overlay}`, overlay.source.text);
  await scratch.write(`spec/${FILES.texts}`, texts.source.text);
}

/**
 * Lets Redocly CLI apply the change to the unchanged contract, and compares the bundles with those of the changed contract.
 *
 * @throws {Error} that names the bundle that differs
 */
export async function compareWithRedocly(scratch: Scratch): Promise<undefined> {
  const { koreanBefore, overlay, texts } = FILES;
  await compare(scratch, 'openapi.json', [overlay]);
  // The Korean texts come first: after the change, they would bring back what it removes.
  await compare(scratch, 'openapi.ko.json', [koreanBefore, overlay, texts]);
}

async function compare(scratch: Scratch, bundle: string, overlays: readonly string[]): Promise<void> {
  const options = overlays.map((file) => `--overlay ${file}`).join(' ');
  succeeded(await runIn(scratch, 'spec', `redocly bundle ${FILES.before} ${options} -o ${OUT}`));
  const [ours, theirs] = [await scratch.read('spec/dist', bundle), await scratch.read('spec', OUT)];
  if (!isDeepStrictEqual(JSON.parse(ours, withoutSamples), JSON.parse(theirs, withoutSamples))) {
    throw new Error(`dist/${bundle} is not what Redocly makes of the change.`);
  }
}

/** Code samples follow the order of the fields, which fold keeps and Redocly does not. */
function withoutSamples(key: string, value: unknown): unknown {
  return key === 'x-codeSamples' ? undefined : value;
}
