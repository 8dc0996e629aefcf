import { readFile } from 'node:fs/promises';
import { type Contract, loadContract, type Schema } from '@ax-cloud/contract/contract';
import { resolvePointer } from '@ax-cloud/contract/expression';
import { loadLedger } from '@ax-cloud/contract/ledger';
import { conclude } from '@ax-cloud/contract/outcomes';
import { loadScenarios } from '@ax-cloud/contract/scenarios';
import { resolveSchema } from '@ax-cloud/contract/schema';
import { describe, expect, it } from 'vitest';
import { loadTemplates, samplesOf } from '../src/samples.ts';
import { EVERY_PAGE, PAGES, plain, readSite, squeeze, visibleText } from './site.ts';

describe.each(PAGES)('The site in $language', ({ language, reference, questions, bundle }) => {
  it('shows the whole operation without a script', async () => {
    const contract = await loadContract(language);
    const samples = samplesOf(contract, await loadTemplates());
    const text = visibleText(await readSite(reference));
    const examples = [contract.request, ...contract.responses].flatMap(({ examples }) =>
      Object.values(examples),
    );
    const wanted = [
      contract.path,
      ...contract.servers.map(({ url }) => url),
      ...fields(contract).flatMap(({ name, description }) => [name, plain(description)]),
      ...contract.responses.flatMap(({ status, description }) => [`${status}`, plain(description)]),
      ...examples.flatMap(({ summary, value }) => [summary, JSON.stringify(value, null, 2)]),
      ...samples.flatMap(({ label, sources }) => [label, ...sources.values()]),
    ].map(squeeze);
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('has one table row for each value that provokes an error of the mock', async () => {
    const contract = await loadContract(language);
    const rows = (await readSite(reference)).match(/<tr[\s>].*?<\/tr>/gs)?.map(visibleText) ?? [];
    const provoked = contract.responses.flatMap(({ status, examples }) =>
      Object.values(examples).flatMap(({ summary, provokedBy }) =>
        Object.values(provokedBy).map((value) => [squeeze(value), `${status}`, squeeze(summary)]),
      ),
    );
    expect(provoked.length).toBeGreaterThan(0);
    for (const parts of provoked)
      expect(rows.filter((row) => parts.every((part) => row.includes(part)))).toHaveLength(1);
  });

  it('describes the request body in its section, with the warnings of the contract', async () => {
    const contract = await loadContract(language);
    const html = await readSite(reference);
    const [, request = ''] = html.split('id="other/canceltourorder/request"');
    const text = visibleText(request.split('id="other/canceltourorder/response"')[0] ?? '');
    expect(text).toContain(squeeze(plain(bodyDescription(contract))));
  });

  it('shows every title, summary and description of the contract, and the meaning of every value', async () => {
    const contract = await loadContract(language);
    const text = visibleText(await readSite(reference));
    const parts = textsOf(contract.document).flatMap((part) => part.split(/\n{2,}|\n(?=\d\. |- )/));
    const wanted = parts.map((part) => squeeze(plain(part.replace(/^(#+|\d\.|-) /, ''))));
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('links each question that a text names to its place on the page of questions', async () => {
    const html = await readSite(reference);
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

  it('lists every scenario of the mock, with the conclusion to draw', async () => {
    const text = visibleText(await readSite(reference));
    for (const scenario of await loadScenarios()) {
      expect(text).toContain(squeeze(scenario.code));
      expect(text).toContain(squeeze(plain(conclude(scenario, language))));
    }
  });

  it('declares its language, title and description, and links to the other language', async () => {
    for (const page of [reference, questions]) {
      const html = await readSite(page);
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toMatch(/<title>[^<]+<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]+">/);
      const other = language === 'ko' ? 'en' : 'ko';
      expect(html).toMatch(
        new RegExp(`<a class="language" href="[^"]+" hreflang="${other}" lang="${other}">`),
      );
      // Search engines need absolute URLs here, and this build has no base URL.
      expect(html).not.toContain('rel="alternate" hreflang');
    }
  });

  it('lists every question of the ledger under its id, with the reading taken', async () => {
    const html = await readSite(questions);
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

  it('links from the introduction to the open questions', async () => {
    const [, content = ''] = (await readSite(reference)).split('<main');
    expect(content).toMatch(/<a href="questions\.html">(미해결 질문|open questions)<\/a>/);
  });

  it('links from each question back to the places of the reference that name it', async () => {
    const [html, back] = [await readSite(reference), await readSite(questions)];
    const named = new Set([...html.matchAll(/href="questions\.html#([^"]+)"/g)].map(([, id]) => id));
    expect(named.size).toBeGreaterThan(20);
    for (const id of named) {
      const [article = ''] = back.split(`<article id="${id}">`)[1]?.split('</article>') ?? [];
      expect({ id, back: /<span class="marked"><a href="index\.html/.test(article) }).toEqual({
        id,
        back: true,
      });
    }
  });

  it('offers the bundles as downloads', async () => {
    for (const format of ['yaml', 'json']) {
      const built = await readFile(
        new URL(`../../../spec/dist/${bundle}.${format}`, import.meta.url),
        'utf8',
      );
      expect(await readSite(`${bundle}.${format}`)).toBe(built);
    }
  });
});

describe('The Korean reference', () => {
  it('has Korean labels around the contract', async () => {
    // Code and the names of statuses are not translated.
    const text = visibleText((await readSite('index.html')).replace(/<(pre|label)\b[\s\S]*?<\/\1>/g, ''));
    for (const label of ['요청', '경로', '본문', '응답', '필수', '설명']) expect(text).toContain(label);
    for (const label of ['Request', 'Path', 'Body', 'Response', 'required', 'EnumValue']) {
      // A hyphen follows if the word belongs to the id of a question.
      expect(text).not.toMatch(new RegExp(`${label}(?!-)`));
    }
  });
});

describe.each([...EVERY_PAGE, '404.html'])('The page %s', (page) => {
  it('works below any path: no URL begins with a slash', async () => {
    const markup = (await readSite(page)).replace(/<script[\s\S]*?<\/script>/g, '');
    expect(markup.match(/ (?:href|src)="\/[^"]*"/g)).toBeNull();
  });

  it('has the metadata for link previews, and an icon', async () => {
    const html = await readSite(page);
    for (const property of ['title', 'description', 'type', 'locale'])
      expect(html).toMatch(new RegExp(`<meta property="og:${property}" content="[^"]+">`));
    const [, icon = ''] = /<link rel="icon" href="(?:\.\.?\/)([^"]+)"/.exec(html) ?? [];
    expect(await readSite(icon)).toContain('<svg');
  });
});

/** A parameter or a field with its description. */
interface Described {
  name: string;
  description: string;
}

/** The parameters, and all fields of the request and of every response, including nested ones. */
function fields({ document, orderCode, headers, query, request, responses }: Contract): Described[] {
  const below = (schema: Schema): Described[] =>
    Object.entries(resolveSchema(document, schema).properties ?? {}).flatMap(([name, property]) => {
      const { description } = resolveSchema(document, property) as { description?: string };
      return [{ name, description: description ?? '' }, ...below(property)];
    });
  const bodies = [request, ...responses].flatMap(({ schema }) => below(schema));
  return [orderCode, ...headers, ...query, ...bodies];
}

/** The description of the request body as a whole. */
function bodyDescription({ document, path, method }: Contract): string {
  const operation = `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`;
  return String(resolvePointer(document, `${operation}/requestBody/description`));
}

/** Every text for readers in a contract: titles, summaries, descriptions and the meanings of values. */
function textsOf(node: unknown, key = ''): string[] {
  if (typeof node === 'string') return ['title', 'summary', 'description'].includes(key) ? [node] : [];
  if (typeof node !== 'object' || node === null || ['value', 'example', 'tags'].includes(key)) return [];
  if (key === 'x-enumDescriptions') return Object.values(node).map(String);
  const named = ['properties', 'schemas'].includes(key);
  return Object.entries(node).flatMap(([name, child]) => textsOf(child, named ? '' : name));
}
