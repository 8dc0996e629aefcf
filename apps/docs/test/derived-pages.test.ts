import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { loadGuideSource } from '../src/guide-source.ts';
import { clientsParts } from '../src/guides/clients.ts';
import { differencesParts } from '../src/guides/differences.ts';
import { block } from '../src/html.ts';
import { placeName } from '../src/place-names.ts';
import { folder, LANGUAGES, type PageName } from '../src/site.ts';
import { plain, readSite, squeeze } from './site.ts';

const source = await loadGuideSource();
const { ledger, generatedClients } = source;
const LANGUAGE_PAGES = LANGUAGES.map((language) => ({ language }));

async function openPage(language: 'ko' | 'en', name: PageName) {
  return parseHTML(await readSite(`${folder(language)}${name}.html`)).document;
}

const textOf = (element: Element | null | undefined) => squeeze(element?.textContent ?? '');

describe.each(LANGUAGE_PAGES)('The differences in $language', ({ language }) => {
  it.each(ledger.questions.filter(({ kind }) => kind === 'contradiction'))(
    'have one row for $id: what the page says, what the contract says, and why',
    async ({ id, readings, taken, why }) => {
      const document = await openPage(language, 'differences');
      const rows = [...document.querySelectorAll(`tr:has(a[href="questions.html#${id}"])`)];
      expect(rows).toHaveLength(1);
      const [wiki, contract, reason] = [...(rows[0]?.children ?? [])].map(textOf);
      for (const { place, says } of ledger.statements.filter(({ questions }) => questions?.includes(id))) {
        expect(wiki).toContain(squeeze(plain(says[language])));
        expect(wiki).toContain(squeeze(placeName(place, language)));
      }
      const reading = readings.find((one) => one.id === taken)?.text[language] ?? '';
      expect(contract).toContain(squeeze(plain(reading)));
      expect(reason).toBe(squeeze(plain(why[language])));
    },
  );

  it('have one row for every contradiction and every gap, and none for an ambiguity', async () => {
    const document = await openPage(language, 'differences');
    const linked = Array.from(document.querySelectorAll('td a'), (link) =>
      link.getAttribute('href')?.replace('questions.html#', ''),
    );
    const wanted = ledger.questions.filter(({ kind }) => kind !== 'ambiguity').map(({ id }) => id);
    expect(linked).toEqual(wanted);
  });

  it('list a statement that an answer contradicts under the refuted ones', () => {
    const question = ledger.questions.find(({ kind }) => kind === 'ambiguity');
    const [statement] = ledger.statements;
    if (question === undefined || statement === undefined) throw new Error('The ledger has no ambiguity.');
    const contradicted = {
      ...ledger,
      statements: [{ ...statement, contradictedBy: question.id }],
      questions: [{ ...question, settled: { as: 'confirmed', date: '2026-12-01', answer: 'So.' } as const }],
    };
    const parts = differencesParts({ ...source, ledger: contradicted }, language);
    const { document } = parseHTML(`<main>${block(parts.refuted ?? '')}</main>`);
    expect(textOf(document.querySelector('tbody tr'))).toContain(squeeze(plain(statement.says[language])));
    expect(document.querySelectorAll('tbody tr')).toHaveLength(1);
  });
});

describe.each(LANGUAGE_PAGES)('The generated clients in $language', ({ language }) => {
  it.each(generatedClients.clients)('have one row for $id, with every response', async (client) => {
    const document = await openPage(language, 'clients');
    const name = [client.generator, client.target, client.library].filter(Boolean).join(' ');
    const rows = [...document.querySelectorAll('tbody tr')].filter((row) => {
      const cell = textOf(row.children[1]);
      return cell.startsWith(squeeze(`${name} (`)) && cell.includes(client.version);
    });
    expect(rows).toHaveLength(1);
    for (const { status, raised, problems } of client.responses) {
      const cell = rows[0]?.querySelector(`[data-label="${status}"]`);
      expect(textOf(cell)).not.toBe('');
      if (raised !== null && problems.length === 0) expect(textOf(cell)).toBe(squeeze(raised));
    }
  });

  it.each(generatedClients.clients)('say how to generate and set up $id', async (client) => {
    const text = textOf((await openPage(language, 'clients')).getElementById('settings'));
    const { command, setting, readsError = '' } = client;
    for (const part of [command, setting?.why[language] ?? '', setting?.code ?? '', readsError])
      expect(text).toContain(squeeze(part));
  });

  it('name the date and the contract version of the generation', async () => {
    const text = textOf((await openPage(language, 'clients')).querySelector('.prose'));
    expect(text).toContain(generatedClients.date);
    expect(text).toContain(generatedClients.contract);
  });
});

describe('A generated client with a problem', () => {
  it('shows the problem instead of what the caller gets', () => {
    const [client] = generatedClients.clients;
    if (client === undefined) throw new Error('There are no generated clients.');
    const responses = client.responses.map((one) => ({
      ...one,
      problems: ['not-compiled' as const],
      problemsWithExtraFields: ['body-lost' as const],
    }));
    const broken = { ...generatedClients, clients: [{ ...client, responses }] };
    const parts = clientsParts({ ...source, generatedClients: broken }, 'en');
    const cells = parts.results?.split('\n').at(-1)?.split(' | ');
    expect(cells?.filter((cell) => cell === 'does not compile')).toHaveLength(1 + responses.length);
    expect(cells).toContain('the fields of the response are lost');
  });
});

describe.each(LANGUAGE_PAGES)('The changelog in $language', ({ language }) => {
  it('has every version, newest first, with every entry', async () => {
    const file = language === 'ko' ? 'changelog.ko.md' : 'changelog.md';
    const url = new URL(import.meta.resolve(`@ax-cloud/channel-spec/${file}`));
    const written = await readFile(url, 'utf8');
    const section = (await openPage(language, 'changelog')).getElementById('versions');
    const versions = Array.from(written.matchAll(/^## (\S+)$/gm), ([, version]) => version);
    expect(versions.length).toBeGreaterThan(1);
    expect(Array.from(section?.querySelectorAll('h3') ?? [], textOf)).toEqual(versions);
    const entries = written
      .split(/\n- /)
      .slice(1)
      .map((entry) => squeeze(plain(entry.split('\n\n')[0] ?? '')));
    expect(Array.from(section?.querySelectorAll('li') ?? [], textOf)).toEqual(entries);
  });
});

describe.each(LANGUAGE_PAGES)('Help in $language', ({ language }) => {
  it('lists the questions that only AX Cloud can answer', async () => {
    const section = (await openPage(language, 'help')).getElementById('mail');
    const open = ledger.questions.filter(
      ({ settled, unasked }) => settled === undefined && unasked !== undefined,
    );
    const links = Array.from(section?.querySelectorAll('li a') ?? [], (link) => link.getAttribute('href'));
    expect(links).toEqual(open.map(({ id }) => `questions.html#${id}`));
  });
});
