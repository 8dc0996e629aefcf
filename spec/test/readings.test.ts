import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readings } from '../rules/readings.ts';
import type { RuleContext } from '../rules/rule.ts';

const spec = fileURLToPath(new URL('..', import.meta.url));
const pinned = join(spec, 'test/pinned');
const OVERLAY = 'readings/response-envelope/enveloped.yaml';

/** The rule's messages about an edited copy of a ledger and its overlays. */
function messages(
  from: string,
  edit: (folder: string, replace: (was: string, is: string) => void) => void,
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'readings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const part of ['source.yaml', 'readings'].filter((name) => existsSync(join(from, name))))
    cpSync(join(from, part), join(folder, part), { recursive: true });
  edit(folder, (was, is) => {
    const ledger = join(folder, 'source.yaml');
    const text = readFileSync(ledger, 'utf8');
    expect(text).toContain(was);
    writeFileSync(ledger, text.replace(was, is));
  });
  const found: string[] = [];
  const location = {
    pointer: '#',
    source: { absoluteRef: join(folder, 'openapi.yaml') },
  } as RuleContext['location'];
  readings().Root.enter({}, { location, report: ({ message }) => found.push(message) });
  return found;
}

test('the ledger names the overlay of every reading, or says why it has none', () => {
  expect(messages(spec, () => {})).toEqual([]);
});

test.each<[string, Parameters<typeof messages>[1], RegExp]>([
  [
    'neither an overlay nor a reason',
    (_, replace) => replace(`        overlay: ${OVERLAY}\n`, ''),
    /response-envelope=enveloped must say its overlay or why/,
  ],
  [
    'an overlay under another name',
    (_, replace) => replace(`overlay: ${OVERLAY}`, 'overlay: later'),
    /response-envelope=enveloped must say its overlay or why/,
  ],
  [
    'a reason beside an overlay',
    (_, replace) =>
      replace(`overlay: ${OVERLAY}`, `overlay: ${OVERLAY}\n        noOverlay: { en: A, ko: 가 }`),
    /response-envelope=enveloped must say its overlay or why/,
  ],
  ['a missing overlay', (folder) => rmSync(join(folder, OVERLAY)), /enveloped\.yaml is not there\. Add it/],
  [
    'missing Korean texts',
    (folder) => rmSync(join(folder, OVERLAY.replace('.yaml', '.ko.yaml'))),
    /enveloped\.ko\.yaml is not there/,
  ],
  [
    'an overlay without a reading',
    (folder) => {
      mkdirSync(join(folder, 'readings/other'));
      writeFileSync(join(folder, 'readings/other/one.yaml'), '');
    },
    /readings\/other\/one\.yaml is an overlay that no reading/,
  ],
  [
    'an overlay of the reading that is taken',
    (_, replace) => replace('taken: bare', 'taken: enveloped'),
    /follows the reading response-envelope=enveloped/,
  ],
])('the rule reports, with what to do: %s', (_, edit, message) => {
  expect(messages(pinned, () => {})).toEqual([]);
  expect(messages(pinned, edit)).toContainEqual(expect.stringMatching(message));
});
