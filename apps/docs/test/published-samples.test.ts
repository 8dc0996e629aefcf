import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillSample } from '@ax-cloud/channel-spec/samples';
import { loadContract } from '@ax-cloud/contract/contract';
import { orderSteps } from '@ax-cloud/contract/echo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { makeProject, type Project } from './built-samples.ts';
import { SAMPLES } from './runtimes.ts';

const contract = await loadContract();
const templates = await loadTemplates();
const published = samplesOf(contract, templates);
/** The samples for the first example. */
const samples = published.map(({ label, sources }) => ({ label, source: [...sources.values()][0] ?? '' }));

let project: Project;
beforeAll(async () => {
  project = await makeProject();
});
afterAll(() => project.remove());

describe('The code samples of the contract', () => {
  it('are exactly the samples that are tested, and are the same in both languages', async () => {
    expect(published.map(({ lang, label }) => ({ lang, label }))).toEqual(
      SAMPLES.map(({ lang, label }) => ({ lang, label })),
    );
    const filled = SAMPLES.map(({ lang }, index) =>
      fillSample(contract.document as Record<string, unknown>, lang, templates[index] ?? ''),
    );
    expect(samples.map(({ source }) => source)).toEqual(filled);
    const korean = samplesOf(await loadContract('ko'), templates);
    expect(korean.map(({ sources }) => sources)).toEqual(published.map(({ sources }) => sources));
  });

  it('are short enough to read', () => {
    // Each required parameter takes a line, and so does each step to the order in the response.
    const required = [...contract.headers, ...contract.query].filter((parameter) => parameter.required);
    const most = 72 + required.length + orderSteps(contract.success).length;
    for (const { label, source } of samples)
      expect({ label, long: source.trimEnd().split('\n').length > most }).toEqual({ label, long: false });
  });

  it('in TypeScript compile under strict settings', async () => {
    const inTypeScript = SAMPLES.filter(({ lang }) => lang === 'TypeScript');
    for (const { file, label } of inTypeScript) {
      const source = samples.find((sample) => sample.label === label)?.source ?? '';
      await writeFile(join(project.folder, file), source);
    }
    const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));
    const flags = '--ignoreConfig --noEmit --strict --module nodenext --target es2023 --types node'.split(
      ' ',
    );
    const files = inTypeScript.map(({ file }) => file);
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags, ...files], {
      cwd: project.folder,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});
