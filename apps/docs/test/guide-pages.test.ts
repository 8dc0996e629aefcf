import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMock } from '@ax-cloud/channel-mock';
import { loadContract } from '@ax-cloud/contract/contract';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { parseHTML } from 'linkedom';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fillSlots, GUIDES, type GuideName } from '../src/guide.ts';
import { scenesOf } from '../src/guides/outcomes-scenes.ts';
import { folder, LANGUAGES } from '../src/site.ts';
import { contractTests } from './contract-tests-command.ts';
import { expectedCancel } from './expected-cancel.ts';
import { runSample, SAMPLES, titleOf } from './runtimes.ts';
import { readSite } from './site.ts';
import { hasBrowser, inBrowser, visit } from './visit.ts';

type Language = (typeof LANGUAGES)[number];

const ROOT = new URL('../../../package.json', import.meta.url);
const scripts = Object.keys(JSON.parse(await readFile(ROOT, 'utf8')).scripts);
const [curl] = SAMPLES;
if (curl === undefined) throw new Error('There is no sample that a shell runs.');
const { skipped, title } = titleOf(curl);

describe.each(GUIDES)('The page %s', (name) => {
  it('has the same number of sections, list items, code blocks, tables, rows and pictures in both languages', async () => {
    const counts = await Promise.all(
      LANGUAGES.map(async (language) => {
        const page = await content(name, language);
        const parts = ['section', 'li', 'pre', 'table', 'tr', 'svg'];
        return parts.map((part) => `${page.querySelectorAll(part).length} ${part}`);
      }),
    );
    expect(counts[0]).toEqual(counts[1]);
  });

  it.each(LANGUAGES)('names only existing commands in %s', async (language) => {
    const codes = Array.from((await content(name, language)).querySelectorAll('code'), textOf);
    const commands = codes.flatMap((text) => [...text.matchAll(/npx -y pnpm@12 (?!--filter)(\S+)/g)]);
    const known = ['install', ...scripts];
    expect(commands.map(([, script = '']) => script).filter((script) => !known.includes(script))).toEqual([]);
  });
});

describe('An unknown slot of a page', () => {
  it('is refused in one line that names the page, the slot and the known slots', () => {
    expect(() => fillSlots('a {{limit}}', { path: '/v1', method: 'PATCH' }, 'guides/errors.yaml')).toThrow(
      /^guides\/errors\.yaml names the slot "limit"\. It can name: method, path\.[^\n]*$/,
    );
  });
});

describe.each(LANGUAGES)('The page "start" in %s', (language) => {
  it.skipIf(skipped)(`shows a call and the mock's response to it: ${title}`, async () => {
    const [call = '', response = ''] = Array.from(
      (await content('start', language)).querySelectorAll('#call .pair pre'),
      textOf,
    );
    const work = await mkdtemp(join(tmpdir(), 'docs-call-'));
    onTestFinished(() => rm(work, { recursive: true, force: true }));
    const mock = await startMock({ port: 0, log: 'off' });
    onTestFinished(() => mock.close());
    await writeFile(join(work, 'cancel.sh'), call);
    const { keyPrefix, ...expected } = expectedCancel(await loadContract());
    const run = await runSample(await curl.build(join(work, 'cancel.sh')), mock.url, 'any-key');
    expect(run).toEqual({ exitCode: 0, stdout: `Cancelled: ${expected.order}\n`, stderr: '' });
    const given = await fetch(mock.url + expected.target, {
      method: expected.method,
      headers: {
        ...expected.headers,
        authorization: `${keyPrefix}any-key`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(expected.body),
    });
    expect(await given.json()).toEqual(JSON.parse(response));
  });

  it('draws the three outcomes, with a title and every step in words for screen readers', async () => {
    const scenes = scenesOf(await loadContract(language), language);
    const drawn = Array.from((await content('start', language)).querySelectorAll('svg[role=img]'), (svg) => ({
      title: textOf(svg.querySelector('title')),
      steps: textOf(svg.querySelector('desc')),
      texts: Array.from(svg.querySelectorAll('text'), textOf),
    }));
    expect(drawn.map(({ title }) => title)).toEqual(scenes.map(({ title }) => title));
    for (const [index, { steps }] of scenes.entries()) {
      for (const step of steps) {
        const words = 'at' in step ? step.does : step.says;
        expect(drawn[index]?.steps).toContain(words);
        expect(drawn[index]?.texts).toContain(words);
      }
    }
  });
});

describe.skipIf(!hasBrowser)(inBrowser('The picture of the outcomes'), () => {
  const screens = LANGUAGES.flatMap((language) => [1440, 375].map((width) => ({ language, width })));

  it.each(screens)('has no overlapping or cut-off text in $language at $width', async (screen) => {
    const { language, width } = screen;
    await visit(
      `${folder(language)}start.html`,
      async (page) => {
        const wrong = await page.locator('.outcomes svg').evaluateAll((all) =>
          all.flatMap((svg) => {
            const frame = svg.getBoundingClientRect();
            const texts = [...svg.querySelectorAll('text')].map((text) => ({
              text: text.textContent,
              box: text.getBoundingClientRect(),
            }));
            return texts.flatMap(({ text, box }, index) => {
              const over = texts
                .slice(index + 1)
                .filter(
                  (other) =>
                    other.box.left < box.right &&
                    box.left < other.box.right &&
                    other.box.top < box.bottom - 2 &&
                    box.top < other.box.bottom - 2,
                );
              const beyond = box.left < frame.left || box.right > frame.right || box.bottom > frame.bottom;
              return [...over.map((other) => `${text} | ${other.text}`), ...(beyond ? [text] : [])];
            });
          }),
        );
        expect(wrong).toEqual([]);
      },
      { viewport: { width, height: 900 } },
    );
  });
});

describe('The page of errors', () => {
  it.each([
    ['ko', ['재시도', '타임아웃', '시간 초과', '멱등성', '429', 'Retry-After']],
    ['en', ['retry', 'retries', 'timeout', 'time-out', 'idempotency', '429', 'Retry-After']],
  ] as const)('has the words that readers search for in %s', async (language, words) => {
    const text = textOf(await content('errors', language));
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});

describe.each(LANGUAGES)('The page "testing" in %s', (language) => {
  it('names the same numbers of cancelled orders as --plan', async () => {
    const { stdout } = contractTests('--plan');
    const [, least, most] = /This run will cancel (\d+)–(\d+) orders/.exec(stdout) ?? [];
    const text = textOf((await content('testing', language)).querySelector('#contract-tests'));
    expect(text).toMatch(language === 'ko' ? `${least}건을 취소하고` : `A run cancels ${least},`);
    expect(text).toMatch(language === 'ko' ? `${most}건까지 취소` : `up to ${most} where`);
  });

  it('names only variables that the contract tests know', async () => {
    const text = textOf((await content('testing', language)).querySelector('#contract-tests'));
    const names = [...new Set(text.match(/AX_[A-Z_]+/g))];
    expect(names.length).toBeGreaterThan(5);
    const variables = Object.fromEntries(names.map((name, index) => [name, `${index + 20}`]));
    const { stdout, stderr } = contractTests('--plan', { ...variables, AX_BASE_URL: 'http://127.0.0.1:1' });
    expect(stdout).toContain('This run will cancel');
    expect(stderr).not.toContain('unknown variable');
  });

  it('names only options that the contract tests have, and a reading with an overlay', async () => {
    const { stdout } = contractTests('--help');
    const options = Array.from(
      (await content('testing', language)).querySelectorAll('#contract-tests td:first-child code'),
      textOf,
    );
    const names = options.map((option) => option.split(' ')[0] ?? '');
    expect(names.filter((option) => option !== '--reading' && !stdout.includes(option))).toEqual([]);
    const written = (await loadLedger()).questions.flatMap(({ id, readings }) =>
      readings.filter(({ overlay }) => overlay?.endsWith('.yaml')).map((reading) => `${id}=${reading.id}`),
    );
    const [, named] = options.find((option) => option.startsWith('--reading'))?.split(' ') ?? [];
    expect(written).toContain(named);
  });
});

async function content(name: GuideName, language: Language): Promise<Element> {
  const { document } = parseHTML(await readSite(`${folder(language)}${name}.html`));
  const main = document.querySelector('main');
  if (main === null) throw new Error(`${name}.html has no content.`);
  return main;
}

function textOf(node: Element | null): string {
  return node?.textContent ?? '';
}
