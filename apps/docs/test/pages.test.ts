import { readFile } from 'node:fs/promises';
import { resolvePointer } from '@ax-cloud/contract/expression';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadShownContract } from '../src/shown-contract.ts';
import { type BuiltSite, buildSite, PAGES } from './site.ts';

const OPERATION = '/paths/~1v1~1channel~1orders~1tour~1{ax_order_code}/patch';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite();
});
afterAll(() => site.remove());

describe.each(PAGES)('The site in $language', ({ language, reference, questions, bundle }) => {
  it('shows the whole operation without a script', async () => {
    const { contract, samples } = await loadShownContract(language);
    const text = visibleText(await site.read(reference));
    const examples = [contract.request, ...contract.responses].flatMap(({ examples }) =>
      Object.values(examples),
    );
    const wanted = [
      contract.path,
      ...contract.servers.map(({ url }) => url),
      ...fields(contract.document).flatMap(({ name, description }) => [name, plain(description)]),
      ...contract.responses.flatMap(({ status, description }) => [`${status}`, plain(description)]),
      ...examples.flatMap(({ summary, value }) => [summary, JSON.stringify(value, null, 2)]),
      ...samples.flatMap(({ label, source }) => [label, source]),
    ].map(squeeze);
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('lists each value that provokes an error at the mock in a table of the introduction', async () => {
    const { contract } = await loadShownContract(language);
    const rows = (await site.read(reference)).match(/<tr[\s>].*?<\/tr>/gs)?.map(visibleText) ?? [];
    const provoked = contract.responses.flatMap(({ status, examples }) =>
      Object.values(examples).flatMap(({ summary, provokedBy }) =>
        Object.values(provokedBy).map((value) => [squeeze(value), `${status}`, squeeze(summary)]),
      ),
    );
    expect(provoked.length).toBeGreaterThan(0);
    for (const parts of provoked)
      expect(rows.filter((row) => parts.every((part) => row.includes(part)))).toHaveLength(1);
  });

  it('warns of the cURL of the page where the body of the request is described', async () => {
    const html = await site.read(reference);
    const [, request = ''] = html.split('id="other/canceltourorder/request"');
    expect(visibleText(request.split('id="other/canceltourorder/response"')[0] ?? '')).toContain('cURL');
  });

  it('shows every text of the contract, the meaning of every value and the name of every schema', async () => {
    const { contract } = await loadShownContract(language);
    const text = visibleText(await site.read(reference));
    const parts = textsOf(contract.document).flatMap((part) => part.split(/\n{2,}|\n(?=\d\. |- )/));
    const wanted = parts.map((part) => squeeze(plain(part.replace(/^(#+|\d\.|-) /, ''))));
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('links each question that a text names to its place on the page of questions', async () => {
    const html = await site.read(reference);
    const named = [
      ...html.matchAll(
        /\((?:inferred|추정|observed|관찰|confirmed|확인): ((?:<a [^>]*>[^<]*<\/a>(?:, )?)+)[;)]/g,
      ),
    ];
    const ids = new Set((await loadLedger()).questions.map(({ id }) => id));
    const links = named.flatMap(([, marked = '']) => [...marked.matchAll(/href="questions\.html#([^"]+)"/g)]);
    expect(links.length).toBeGreaterThan(20);
    expect(links.map(([, id = '']) => id).filter((id) => !ids.has(id))).toEqual([]);
    expect(visibleText(html)).not.toMatch(/\((inferred|추정)\)|\]\(questions/);
  });

  it('lists every scenario of the mock, with what to conclude', async () => {
    const text = visibleText(await site.read(reference));
    for (const { code, conclude } of await loadScenarios()) {
      expect(text).toContain(squeeze(code));
      expect(text).toContain(squeeze(plain(conclude[language])));
    }
  });

  it('says its language, its title and its other language', async () => {
    for (const page of [reference, questions]) {
      const html = await site.read(page);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]+">/);
      expect(html.match(/<link rel="alternate" hreflang="(ko|en)"/g)).toHaveLength(2);
    }
  });

  it('lists every question of the ledger under its id, with the reading taken', async () => {
    const html = await site.read(questions);
    const ledger = await loadLedger();
    expect(ledger.questions.length).toBeGreaterThan(0);
    for (const { id, title, why, settle, readings } of ledger.questions) {
      const [, article = ''] = html.split(`<article id="${id}">`);
      const text = visibleText(article.split('</article>')[0] ?? '');
      const parts = [title, why, settle, ...readings.map(({ text }) => text)].map((part) =>
        squeeze(plain(part[language])),
      );
      expect({ id, missing: parts.filter((part) => !text.includes(part)) }).toEqual({ id, missing: [] });
      expect(article.split('</article>')[0]?.match(/class="taken"/g)).toHaveLength(1);
    }
  });

  it('leads from the introduction to the open questions', async () => {
    const [introduction = ''] = (await site.read(reference)).split('id="other/canceltourorder"');
    expect(introduction).toMatch(/<a href="questions\.html"[^>]*>(미해결 질문|open questions)<\/a>/);
  });

  it('has no link within it that leads nowhere', async () => {
    const dead: string[] = [];
    for (const page of [reference, questions]) {
      const html = await site.read(page);
      const ids = new Set(Array.from(html.matchAll(/ id="([^"]*)"/g), ([, id]) => id));
      for (const [, href = ''] of html.matchAll(/<(?:a|link)\b[^>]* href="([^"]*)"/g)) {
        if (/^(https:|data:|#$)/.test(href)) continue;
        const [file = '', place] = href.split('#');
        if (file === '' ? !ids.has(place) : !(await exists(new URL(file, `${site.root}/${page}`))))
          dead.push(href);
      }
    }
    expect(dead).toEqual([]);
  });

  it('offers the bundles to download', async () => {
    for (const format of ['yaml', 'json']) {
      const built = await readFile(
        new URL(`../../../spec/dist/${bundle}.${format}`, import.meta.url),
        'utf8',
      );
      expect(await site.read(`${bundle}.${format}`)).toBe(built);
    }
  });
});

describe('The Korean reference', () => {
  it('has Korean labels around the contract', async () => {
    const [redoc = ''] = (await site.read('index.html')).split('<section class="supplement">');
    const text = visibleText(redoc.replace(/<pre[\s\S]*?<\/pre>/g, ''));
    for (const label of ['요청', '경로', '본문', '응답', '필수', '설명']) expect(text).toContain(label);
    for (const label of ['Request', 'Path', 'Body', 'Response', 'required', 'EnumValue']) {
      // Not the id of a question.
      expect(text).not.toMatch(new RegExp(`${label}(?!-)`));
    }
  });
});

describe('Every page', () => {
  it('forbids the browser all requests but to its own server', async () => {
    for (const { reference, questions } of PAGES) {
      for (const page of [reference, questions]) {
        const [, policy] =
          /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(await site.read(page)) ?? [];
        expect(policy).toMatch(/^default-src 'none';/);
        expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
      }
    }
  });

  it('works below any path: no address begins at the root of the server', async () => {
    for (const { reference, questions } of PAGES) {
      for (const page of [reference, questions]) {
        const markup = (await site.read(page)).replace(/<script[\s\S]*?<\/script>/g, '');
        expect(markup.match(/ (?:href|src)="\/[^"]*"/g)).toBeNull();
      }
    }
  });
});

describe('The build', () => {
  it('makes the same bytes of the same contract', async () => {
    const again = await buildSite();
    for (const { reference, questions } of PAGES) {
      expect(await again.read(reference)).toBe(await site.read(reference));
      expect(await again.read(questions)).toBe(await site.read(questions));
    }
    await again.remove();
  });
});

async function exists(url: URL): Promise<boolean> {
  return readFile(url).then(
    () => true,
    () => false,
  );
}

/** The path parameter and the fields of the request and of the 200. */
function fields(document: unknown): { name: string; description: string }[] {
  const parameter = resolvePointer(document, `${OPERATION}/parameters/0`) as {
    name: string;
    description: string;
  };
  const bodies = ['CancelRequest', 'CancelledOrder'].map((schema) =>
    resolvePointer(document, `/components/schemas/${schema}/properties`),
  ) as Record<string, { description: string }>[];
  return [
    parameter,
    ...bodies.flatMap((body) =>
      Object.entries(body).map(([name, { description }]) => ({ name, description })),
    ),
  ];
}

/** What a reader sees of a page, without spaces, which differ between Markdown and HTML. */
function visibleText(html: string): string {
  const text = html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return squeeze(text);
}

/** A Markdown text without its marks. */
function plain(markdown: string): string {
  return markdown.replace(/[`*]/g, '');
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Every text for a person in a contract: title, summary, description and the meanings of values. */
function textsOf(node: unknown, key = ''): string[] {
  if (typeof node === 'string') return ['title', 'summary', 'description'].includes(key) ? [node] : [];
  if (typeof node !== 'object' || node === null || ['value', 'example', 'tags', 'servers'].includes(key))
    return [];
  if (key === 'x-enumDescriptions') return Object.values(node).map(String);
  const named = ['properties', 'schemas'].includes(key);
  return Object.entries(node).flatMap(([name, child]) => textsOf(child, named ? '' : name));
}
