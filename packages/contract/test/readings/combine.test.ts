import { describe, expect, it } from 'vitest';
import { CommandError } from '../../src/command-error.ts';
import { YamlSource } from '../../src/readings/yaml-source.ts';
import { combine } from './pinned-readings.ts';

/** The content of the two files, without the order of the Korean texts. */
function said({ contract, korean }: Awaited<ReturnType<typeof combine>>): unknown[] {
  const overlay = new YamlSource(korean).value as { actions: { target: string; update: unknown }[] };
  return [
    new YamlSource(contract).value,
    new Map(overlay.actions.map(({ target, update }) => [target, update])),
  ];
}

describe('A reading', () => {
  it('changes both files', async () => {
    const [contract, korean] = said(await combine('envelope=enveloped'));
    expect(contract).toHaveProperty('components.schemas.CancelResponse');
    expect(korean).toContainEqual([
      "$.paths.*.patch.responses['200']",
      { description: '봉투에 든 주문입니다.' },
    ]);
  });

  it.each([
    ['no-such-question=x', 'names no question of the ledger'],
    ['envelope', 'has no reading ""'],
    ['envelope=round', 'Write one of envelope=bare, envelope=enveloped, envelope=flat'],
    ['envelope=bare', 'has no overlay. The contract follows it.'],
  ])('%s is refused with what to write', async (name, message) => {
    await expect(combine(name)).rejects.toThrow(message);
    await expect(combine(name)).rejects.toThrow(CommandError);
  });
});

describe('Readings', () => {
  it.each([
    [['envelope=enveloped', 'code=channel']],
    [['names=curl', 'envelope=enveloped']],
    [['version=later', 'slash=with', 'comment=nullable']],
    [['envelope=flat', 'names=curl', 'code=channel', 'comment=nullable']],
  ])('%j combine, in any order, into one contract', async (names) => {
    const changed = said(await combine(...names));
    expect(said(await combine(...names.toReversed()))).toEqual(changed);
    for (const name of names) expect(said(await combine(name))).not.toEqual(changed);
  });

  it('of which one names what another one renames are written in the order that applies', async () => {
    const one = said(await combine('slash=with', 'audience=internal'));
    expect(said(await combine('audience=internal', 'slash=with'))).toEqual(one);
    expect(JSON.stringify(one)).toContain('{ax_order_code}/');
    expect(JSON.stringify(one)).toContain('고객 요청');
  });

  it.each([
    [['names=curl', 'version=later'], 'what one changes, the other removes'],
    [['code=channel', 'slash=with'], 'what one changes, the other removes'],
    [
      ['comment=flag', 'meaning=other'],
      'they give #/components/schemas/CancelRequest/properties/comment/type two values',
    ],
  ])('%j contradict each other, and are named', async (names, message) => {
    const [one = '', other = ''] = names;
    await expect(combine(...names)).rejects.toThrow(CommandError);
    await expect(combine(...names)).rejects.toThrow(message);
    await expect(combine(...names)).rejects.toThrow(one);
    await expect(combine(...names)).rejects.toThrow(other);
  });

  it('of one question contradict each other', async () => {
    await expect(combine('envelope=flat', 'envelope=enveloped')).rejects.toThrow(
      'Two readings of the question "envelope"',
    );
  });
});
