import { readFile } from 'node:fs/promises';
import type { Ledger } from '@ax-cloud/contract/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runIn, runScript, succeeded } from '../../changes/run.ts';
import type { Scratch } from '../../changes/scratch.ts';
import { CHANGELOGS } from '../changelog.ts';
import { createRepository, git, runContractTests, settle } from './repository.ts';
import { type Server, startServer, type Ways } from './server.ts';

/** The order that the client cancels at the end: the example of the contract's path parameter. */
const CODE = 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912';

/** Servers that follow other readings, and the readings that a run against each of them proves. */
const SERVERS: { does: string; ways: Ways; proves: Readonly<Record<string, string>> }[] = [
  {
    does: 'uses the field names of the cURL example and wraps its success',
    ways: { names: ['ax_order_status', 'channel_order_status'], enveloped: true },
    proves: { 'body-field-names': 'curl-names', 'response-envelope': 'enveloped' },
  },
  {
    does: 'follows version 57 of the page',
    ways: { names: ['channel_status', 'channel_status'] },
    proves: { 'superseded-version': 'version-57' },
  },
  {
    does: 'refuses a wrong key with 401, and requires a header with the channel code',
    ways: { unauthorized: 401, header: ['Channel', 'Code MYCHANNEL'] },
    proves: { 'missing-key-status': 'unauthorized', 'channel-code': 'header-needed' },
  },
  { does: 'follows the contract', ways: {}, proves: { 'body-field-names': 'table-names' } },
];

/** A README without its generated parts. */
function handwritten(text: string): string {
  return text.replaceAll(/(<!-- ([\w-]+):start -->).*?<!-- \2:end -->/gs, '$1');
}

describe.each(SERVERS)('A run against a server that $does', ({ ways, proves }) => {
  let repository: Scratch;
  let server: Server;
  let again: Server;

  beforeAll(async () => {
    repository = await createRepository();
    [server, again] = await Promise.all([startServer(ways, CODE), startServer(ways, CODE)]);
    const report = await runContractTests(repository, server, 'before');
    succeeded(await settle(repository, report));
  });
  afterAll(async () => {
    await Promise.all([repository?.remove(), server?.stop(), again?.stop()]);
  });

  test('settles what it proves', async () => {
    const { questions } = parse(await repository.read('spec/source.yaml')) as Ledger;
    const settled = questions.filter(({ settled }) => settled?.as === 'observed');
    expect(Object.fromEntries(settled.map(({ id, taken }) => [id, taken]))).toMatchObject(proves);
    expect(settled.map(({ id }) => id)).not.toContain('status-spelling');
    for (const { id, readings } of settled)
      expect([id, readings.filter(({ overlay }) => overlay !== undefined)]).toEqual([id, []]);
  });

  test('adds the settled questions to both changelogs, under the version of the contract', async () => {
    const { questions } = parse(await repository.read('spec/source.yaml')) as Ledger;
    const { info } = parse(await repository.read('spec/openapi.yaml'));
    for (const file of Object.values(CHANGELOGS)) {
      const [, newest = ''] = (await repository.read(file)).split(/^## /m);
      expect(newest.split('\n')[0]).toBe(info.version);
      for (const { id } of questions.filter(({ settled }) => settled !== undefined))
        expect(newest).toContain(`\`${id}\``);
    }
  });

  test('changes only the spec and generated files', async () => {
    const changed = git(repository, 'diff', '--name-only').trim().split('\n');
    const others = changed.filter((file) => !/^spec\/|\/generated\//.test(file));
    expect(others.filter((file) => !/(?:^|\/)README(?:\.ko)?\.md$/.test(file))).toEqual([]);
    for (const readme of others)
      expect(handwritten(await repository.read(readme))).toBe(
        handwritten(git(repository, 'show', `HEAD:${readme}`)),
      );
    expect(git(repository, 'ls-files', '--others', '--exclude-standard')).toBe('');
  });

  test('leaves a valid contract with the right version and up-to-date generated files', async () => {
    for (const [workspace, script] of [
      ['spec', 'lint'],
      ['spec', 'bundle'],
      ['spec', 'check'],
      ['packages/client', 'check'],
      ['apps/mock', 'check'],
    ] as const)
      succeeded(await runScript(repository, workspace, script));
  });

  test('leaves a contract that the same server follows', async () => {
    const report = JSON.parse(
      await readFile(repository.path(await runContractTests(repository, again, 'after')), 'utf8'),
    );
    const failed = report.cases.filter(({ outcome }: { outcome: string }) => outcome === 'failed');
    expect(failed.map(({ id, remarks }: { id: string; remarks: unknown }) => [id, remarks])).toEqual([]);
    const { questions } = parse(await repository.read('spec/source.yaml')) as Ledger;
    const settled = questions.filter((question) => question.settled !== undefined).map(({ id }) => id);
    const differing = report.questions.filter(({ state }: { state: string }) => state === 'differs');
    expect(differing.filter(({ id }: { id: string }) => settled.includes(id))).toEqual([]);
  });

  test('leaves a client that cancels at this server', async () => {
    succeeded(await runScript(repository, 'packages/client', 'build'));
    const { output } = await runIn(repository, 'scripts', 'node settle/test/inside.ts', {
      env: { AX_BASE_URL: server.url },
    });
    expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).toMatchObject({ ok: true });
    expect(server.statusOf(CODE)).toEqual(['Traveler cancel', 'Traveler cancel']);
  });
});
