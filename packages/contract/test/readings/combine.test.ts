import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CommandError } from '../../src/command-error.ts';
import { loadLedger } from '../../src/ledger.ts';
import { applyOverlay } from '../../src/readings/apply.ts';
import { combineReadings } from '../../src/readings/combine.ts';
import { overlayNames, readReadings } from '../../src/readings/reading-files.ts';
import { YamlSource } from '../../src/readings/yaml-source.ts';

const spec = fileURLToPath(new URL('.', import.meta.resolve('@ax-cloud/channel-spec/source.yaml')));
const ledger = await loadLedger();
const [contract = '', korean = ''] = await Promise.all(
  ['openapi.yaml', 'openapi.ko.yaml'].map((file) => readFile(`${spec}${file}`, 'utf8')),
);

const combine = async (...names: string[]) =>
  combineReadings({ contract, korean }, await readReadings(spec, ledger, names));

describe('The ledger', () => {
  it('has an overlay for each reading that is written', () => {
    expect(overlayNames(ledger).length).toBeGreaterThan(18);
  });

  it('has no overlay for a reading that the contract follows', () => {
    const taken = ledger.questions.map(({ id, taken }) => `${id}=${taken}`);
    expect(overlayNames(ledger).filter((name) => taken.includes(name))).toEqual([]);
  });
});

describe('A reading', () => {
  it.each(overlayNames(ledger))('%s gives what its overlay gives, in both files', async (name) => {
    const [reading] = await readReadings(spec, ledger, [name]);
    const changed = await combine(name);
    const value = new YamlSource(changed.contract).value;
    expect(value).toEqual(applyOverlay(new YamlSource(contract).value, reading?.overlay ?? { actions: [] }));
    expect(value).not.toEqual(new YamlSource(contract).value);
  });

  it.each([
    ['no-such-question=x', 'names no question of the ledger'],
    ['response-envelope', 'has no reading ""'],
    [
      'response-envelope=round',
      'Write one of response-envelope=bare, response-envelope=enveloped, response-envelope=flat',
    ],
    ['response-envelope=bare', 'has no overlay: none, because the contract follows it'],
  ])('%s is refused with what to write', async (name, message) => {
    await expect(combine(name)).rejects.toThrow(message);
    await expect(combine(name)).rejects.toThrow(CommandError);
  });
});

describe('Readings', () => {
  it.each([
    [['response-envelope=enveloped', 'order-code-in-path=channel-code']],
    [['body-field-names=curl-names', 'response-envelope=enveloped']],
    [['missing-key-status=both', 'channel-code=header-needed', 'comment-form=nullable']],
    [['superseded-version=version-57', 'missing-key-status=unauthorized', 'trailing-slash=with']],
    [['new-status=refused', 'response-statuses=closed', 'synchronous=later', 'order-code-format=uuid']],
    [
      [
        'response-envelope=enveloped',
        'order-code-in-path=channel-code',
        'missing-key-status=both',
        'comment-form=non-empty',
        'invalid-request-answer=detail-only',
      ],
    ],
  ])('%j combine, in any order, to one contract', async (names) => {
    const changed = await combine(...names);
    const reversed = await combine(...names.toReversed());
    expect(new YamlSource(reversed.contract).value).toEqual(new YamlSource(changed.contract).value);
    const texts = ({ contract, korean }: typeof changed) => {
      const overlay = new YamlSource(korean).value as { actions: { target: string; update: unknown }[] };
      return [
        new YamlSource(contract).value,
        new Map(overlay.actions.map(({ target, update }) => [target, update])),
      ];
    };
    expect(texts(reversed)).toEqual(texts(changed));
  });

  it.each([
    [['body-field-names=curl-names', 'superseded-version=version-57']],
    [['order-code-in-path=channel-code', 'response-fields-always=sometimes-absent']],
  ])('%j contradict each other, and are named', async (names) => {
    const [one = '', other = ''] = names;
    await expect(combine(...names)).rejects.toThrow(CommandError);
    await expect(combine(...names)).rejects.toThrow(one);
    await expect(combine(...names)).rejects.toThrow(other);
  });

  it('of one question contradict each other', async () => {
    await expect(combine('response-envelope=flat', 'response-envelope=enveloped')).rejects.toThrow(
      'Two readings of the question "response-envelope"',
    );
  });
});
