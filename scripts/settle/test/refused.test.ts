import { readFile, writeFile } from 'node:fs/promises';
import type { Report } from '@ax-cloud/contract/report';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Scratch } from '../../changes/scratch.ts';
import { commit, createRepository, git, runContractTests, settle } from './repository.ts';
import { startServer } from './server.ts';

/** A report as it can be edited. */
type Draft = { -readonly [Key in keyof Report]: Key extends 'schemaVersion' ? number : Report[Key] };

let repository: Scratch;
let report: Draft;

beforeAll(async () => {
  repository = await createRepository();
  const server = await startServer({}, 'an-order');
  const path = await runContractTests(repository, server, 'run');
  report = JSON.parse(await readFile(repository.path(path), 'utf8')) as Draft;
  await server.stop();
});
afterEach(() => {
  expect(git(repository, 'status', '--porcelain')).toBe('');
});
afterAll(() => repository?.remove());

/** Settles an edited report. */
async function settleReport(edit: (draft: Draft) => void, ...args: string[]) {
  const draft = structuredClone(report);
  edit(draft);
  const path = repository.path('.tmp', 'edited.json');
  await writeFile(path, JSON.stringify(draft));
  return settle(repository, path, ...args);
}

const question = (draft: Draft, id: string) =>
  draft.questions.find((one) => one.id === id) as { -readonly [Key in 'id' | 'state' | 'reading']: string };

test.each<[string, (draft: Draft) => void, string[], RegExp]>([
  [
    'about the mock',
    (draft) => {
      draft.target = { ...draft.target, kind: 'mock' };
    },
    [],
    /is about the mock, which .* settles nothing\. Run/,
  ],
  [
    'about another version of the contract',
    (draft) => {
      draft.contract = { ...draft.contract, version: '1.9.0' };
    },
    [],
    /is about version 1\.9\.0 of the contract, which is at \d+\.\d+\.\d+ now\. Run/,
  ],
  [
    'about another text of the contract',
    (draft) => {
      draft.contract = { ...draft.contract, sha256: '0'.repeat(64) };
    },
    [],
    /is about another text of the contract/,
  ],
  [
    'with an unknown schemaVersion',
    (draft) => {
      draft.schemaVersion = 1;
    },
    [],
    /is not a report of these contract tests \(\/schemaVersion/,
  ],
  [
    'whose evidence contradicts itself',
    (draft) => {
      question(draft, 'response-envelope').state = 'mixed';
    },
    [],
    /The evidence on response-envelope contradicts itself \(.*\)\. Run "pnpm contract" again, or name/,
  ],
  [
    'with a question that the ledger does not have',
    (draft) => {
      question(draft, 'response-envelope').id = 'no-such-question';
    },
    [],
    /"no-such-question" is not a question of the ledger/,
  ],
  ['with an unknown question in --only', () => {}, ['--only', 'no-such'], /"no-such" is not a question/],
  [
    'without an answer to a question in --only',
    () => {},
    ['--only', 'refunds-and-notices'],
    /The run does not answer refunds-and-notices/,
  ],
  [
    'whose evidence allows two readings of a question in --only',
    () => {},
    ['--only', 'new-status'],
    /The run does not tell accepted from reopens of new-status/,
  ],
])('a report %s is refused in one line', async (_, edit, args, message) => {
  const { ok, output } = await settleReport(edit, ...args);
  expect(ok).toBe(false);
  expect(output.trim().split('\n')).toEqual([expect.stringMatching(message)]);
});

test.each([
  ['a missing report', ['.tmp/nowhere.json'], /There is no report .tmp\/nowhere\.json/],
  ['a file that is not JSON', ['README.md'], /README\.md is not JSON/],
  ['an answer without a reason', ['second-cancel=same-answer'], /needs --because/],
  ['an unknown reading', ['second-cancel=maybe', '--because', 'x'], /has no reading "maybe"\. Write one of/],
  ['an unknown question', ['no-such=maybe', '--because', 'x'], /"no-such" is not a question/],
  [
    'a pair of answers that contradict each other',
    ['body-field-names=curl-names', 'superseded-version=version-57', '--because', 'x'],
    /body-field-names=curl-names and .*contradict each other|superseded-version=version-57 and .*contradict/,
  ],
  ['an unknown option', ['--force'], /Unknown option/],
])('%s is refused, and nothing is written', async (_, args, message) => {
  const { ok, output } = await settle(repository, ...args);
  expect(ok).toBe(false);
  expect(output).toMatch(message);
  expect(output).not.toContain('    at ');
});

test('a working tree with changes is refused', async () => {
  const text = await repository.read('README.md');
  await repository.write('README.md', `${text}\n`);
  const { ok, output } = await settleReport(() => {});
  await repository.write('README.md', text);
  expect([ok, output]).toEqual([
    false,
    expect.stringMatching(/^The working tree has changes \(README\.md\)\./),
  ]);
});

test('a failure halfway leaves the working tree unchanged', async () => {
  const manifest = await repository.read('packages/client/package.json');
  await repository.write('packages/client/package.json', manifest.replace(/"generate": "/, '$&false && '));
  commit(repository);
  const { ok, output } = await settleReport(() => {});
  await repository.write('packages/client/package.json', manifest);
  commit(repository);
  expect([ok, output]).toEqual([false, expect.stringMatching(/"generate" of packages\/client fails/)]);
});

test('a run that answers nothing settles nothing', async () => {
  const { ok, output } = await settleReport((draft) => {
    for (const { id } of draft.questions)
      Object.assign(question(draft, id), { state: 'unknown', reading: null, evidence: [] });
  });
  expect([ok, output.trim()]).toEqual([true, 'No open question is answered, so there is nothing to settle.']);
});

test('a dry run shows everything and writes nothing', async () => {
  const { ok, output } = await settleReport(() => {}, '--dry-run', '--only', 'response-envelope,charset');
  expect(ok).toBe(true);
  expect(output).toMatch(/^-.*\(inferred: response-envelope\)/m);
  expect(output).toMatch(/^\+.*\(observed: response-envelope\)/m);
  expect(output).toContain('Would settle 2 of');
  expect(output).not.toContain('(observed: body-field-names)');
});

test('an answer by mail is confirmed, the texts to reword are listed, and a later contrary answer is refused', async () => {
  const first = await settle(
    repository,
    'second-cancel=same-answer',
    '--because',
    'Mail of a developer, 3 March',
  );
  expect(first.ok).toBe(true);
  expect(first.output).toMatch(/For a person to decide:\n {2}spec\/openapi\.yaml.*second-cancel/);
  // Only the ledger changes, so the version stays.
  expect(first.output).toMatch(/^The contract stays at \d+\.\d+\.\d+, /m);
  expect(await repository.read('spec/source.yaml')).toMatch(
    /as: confirmed\n\s+date: \d{4}-\d\d-\d\d\n\s+answer: Mail of a developer, 3 March/,
  );
  commit(repository);
  const { ok, output } = await settle(repository, 'second-cancel=refused', '--because', 'Another mail');
  expect([ok, output]).toEqual([
    false,
    expect.stringMatching(
      /second-cancel=refused contradicts second-cancel=same-answer, which was settled on/,
    ),
  ]);
});
