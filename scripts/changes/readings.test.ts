import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CommandError } from '@ax-cloud/contract/command-error';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { orderReadings } from '@ax-cloud/contract/readings/combine';
import { type Overlay, parseOverlay } from '@ax-cloud/contract/readings/overlay';
import { overlayNames, readReadings } from '@ax-cloud/contract/readings/reading-files';
import { describe, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { proveFollowed } from './prove-followed.ts';
import { createQueue } from './queue.ts';
import { failures } from './step.ts';

/** How many cases the contract tests skip for the unchanged contract: the one that needs another channel's order. */
const SKIPPED = 1;

/**
 * Readings that a run cannot prove yet: no request of the contract tests shows them if the contract already follows them. Their
 * runs do not answer the question.
 */
const UNASKED = [
  'order-code-format=uuid',
  'response-statuses=closed',
  'required-legend=x-forbidden',
  'trailing-slash=with',
];

/** Sets of readings that change the same parts of the contract. Settled readings are left out. */
const SETS = [
  ['response-envelope=enveloped', 'order-code-in-path=channel-code'],
  ['body-field-names=curl-names', 'missing-key-status=both'],
  ['channel-code=header-needed', 'comment-form=nullable', 'response-envelope=flat'],
  ['superseded-version=version-57', 'missing-key-status=unauthorized', 'trailing-slash=with'],
  ['new-status=refused', 'response-statuses=closed', 'synchronous=later', 'order-code-format=uuid'],
  [
    'response-envelope=enveloped',
    'order-code-in-path=channel-code',
    'missing-key-status=both',
    'comment-form=non-empty',
    'invalid-request-answer=detail-only',
  ],
];

const ledger = await loadLedger();
const open = overlayNames(ledger);
const openSets = SETS.map((set) => set.filter((name) => open.includes(name))).filter((set) => set.length > 1);
const CONTRARY = ['body-field-names=curl-names', 'superseded-version=version-57'];
const spec = fileURLToPath(new URL('../../spec', import.meta.url));
const queue = createQueue();

/** Combines readings into one change, in an order in which they apply. */
async function changeTo(names: readonly string[]) {
  const document = parse(await readFile(`${spec}/openapi.yaml`, 'utf8'));
  const readings = orderReadings(document, await readReadings(spec, ledger, names));
  return {
    name: names.join('+').replaceAll('=', '-').slice(0, 60),
    overlay: joined(readings.map(({ overlay }) => overlay)),
    texts: joined(readings.map(({ texts }) => texts)),
    takes: names,
  };
}

function joined(overlays: readonly Overlay[]): Overlay {
  const actions = overlays.flatMap(({ source }) => (source.value as { actions: object[] }).actions);
  const info = { title: 'Readings', version: '1.0.0' };
  return parseOverlay(stringify({ overlay: '1.1.0', info, actions }, { lineWidth: 0 }));
}

describe.concurrent('readings', () => {
  test.for([...open.map((name) => [name]), ...openSets])(
    'every part works with %j',
    async (names, { expect }) => {
      const { steps, found } = await queue(async () => proveFollowed(await changeTo(names), SKIPPED));
      expect(failures(steps)).toEqual([]);
      const shown = names.map((name) => {
        const [question = ''] = name.split('=');
        return found?.answers[question] === undefined ? undefined : `${question}=${found.answers[question]}`;
      });
      expect(shown).toEqual(names.map((name) => (UNASKED.includes(name) ? undefined : name)));
    },
  );

  // If one of the two is settled, there is no contradiction to test.
  const contrary = CONTRARY.every((name) => open.includes(name)) ? [CONTRARY] : [];
  test.for(contrary)('that contradict each other are refused by name: %j', async (names, { expect }) => {
    const both = changeTo(names);
    await expect(both).rejects.toThrow(CommandError);
    await expect(both).rejects.toThrow(/body-field-names=curl-names.*contradict/);
  });
});
