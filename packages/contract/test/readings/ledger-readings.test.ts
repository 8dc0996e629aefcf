import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLedger } from '../../src/ledger.ts';
import { HANGUL, quoted } from '../../src/quotation.ts';
import { applyOverlay } from '../../src/readings/apply.ts';
import { combineReadings } from '../../src/readings/combine.ts';
import { overlayNames, readAllReadings, readReadings } from '../../src/readings/reading-files.ts';
import { YamlSource } from '../../src/readings/yaml-source.ts';

const spec = fileURLToPath(new URL('.', import.meta.resolve('@ax-cloud/channel-spec/source.yaml')));
const ledger = await loadLedger();
const [contract = '', korean = ''] = await Promise.all(
  ['openapi.yaml', 'openapi.ko.yaml'].map((file) => readFile(`${spec}${file}`, 'utf8')),
);

const names = overlayNames(ledger);
const combine = async (...readings: string[]) =>
  combineReadings({ contract, korean }, await readReadings(spec, ledger, readings));
/** Each reading by itself, or why it does not apply. */
const alone = new Map(
  await Promise.all(
    names.map(async (name) => [name, await combine(name).catch((error: Error) => error)] as const),
  ),
);

/** Sets of readings that change the same parts of the contract. A reading that is settled, or no longer applies, is left out. */
const SETS = [
  ['response-envelope=enveloped', 'order-code-in-path=channel-code'],
  ['body-field-names=curl-names', 'response-envelope=enveloped'],
  ['missing-key-status=both', 'channel-code=header-needed', 'comment-form=nullable'],
  ['superseded-version=version-57', 'missing-key-status=unauthorized', 'trailing-slash=with'],
  ['new-status=refused', 'response-statuses=closed', 'synchronous=later', 'order-code-format=uuid'],
  [
    'response-envelope=enveloped',
    'order-code-in-path=channel-code',
    'missing-key-status=both',
    'comment-form=non-empty',
    'invalid-request-answer=detail-only',
  ],
]
  .map((set) => set.filter((name) => alone.has(name) && !(alone.get(name) instanceof Error)))
  .filter((set) => set.length > 1);

describe('The ledger', () => {
  it('names every overlay that is written', async () => {
    const files = await readdir(`${spec}readings`, { recursive: true }).catch(() => []);
    const overlays = files.filter((file) => file.endsWith('.yaml') && !file.endsWith('.ko.yaml'));
    const written = overlays.map((file) => file.replace(/\.yaml$/, '').replace(/[/\\]/, '='));
    expect(names.toSorted()).toEqual(written.toSorted());
  });

  it('has no overlay for a reading that the contract follows', () => {
    const taken = ledger.questions.map(({ id, taken }) => `${id}=${taken}`);
    expect(names.filter((name) => taken.includes(name))).toEqual([]);
  });

  it.each(names)('has an overlay %s that applies, and gives the same in both files', async (name) => {
    const changed = alone.get(name);
    if (changed === undefined || changed instanceof Error) throw changed ?? new Error('It was not read.');
    const [reading] = await readReadings(spec, ledger, [name]);
    const value = new YamlSource(changed.contract).value;
    expect(value).toEqual(applyOverlay(new YamlSource(contract).value, reading?.overlay ?? { actions: [] }));
    expect(value).not.toEqual(new YamlSource(contract).value);
  });

  it('says of every overlay in both languages what it is and what a caller has to change', async () => {
    const all = await readAllReadings(spec, ledger);
    expect(all.map(({ name }) => name)).toEqual(names);
    const texts = all.flatMap(({ title, migration }) => [title, migration]);
    expect(texts.filter(({ en, ko }) => en === '' || HANGUL.test(en) || !HANGUL.test(ko))).toEqual([]);
    const literals = (text: string) => quoted(text).toSorted().join(' ');
    const migrations = all.map(({ migration }) => migration);
    expect(migrations.filter(({ en, ko }) => literals(en) !== literals(ko))).toEqual([]);
  });

  it.each(SETS.map((set) => [set]))(
    'has readings %j that combine, in any order, into one contract',
    async (set) => {
      const [changed, reversed] = await Promise.all([combine(...set), combine(...set.toReversed())]);
      expect(new YamlSource(reversed.contract).value).toEqual(new YamlSource(changed.contract).value);
      const texts = (text: string) => {
        const overlay = new YamlSource(text).value as { actions: { target: string; update: unknown }[] };
        return new Map(overlay.actions.map(({ target, update }) => [target, update]));
      };
      expect(texts(reversed.korean)).toEqual(texts(changed.korean));
    },
  );
});
