import { type Contract, type Language, loadContract, readContract } from '@ax-cloud/contract/contract';
import { type Ledger, loadLedger, type Question } from '@ax-cloud/contract/ledger';
import { applyOverlay } from '@ax-cloud/contract/readings/apply';
import { parseOverlay } from '@ax-cloud/contract/readings/overlay';
import type { ReadingOverlay } from '@ax-cloud/contract/readings/reading-files';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { loadGuideSource } from '../src/guide-source.ts';
import type { QuestionSource } from '../src/question-facts.ts';
import { QUESTION_TEXTS } from '../src/question-texts.ts';
import { renderQuestions } from '../src/questions.ts';
import { changedPlaces, diffOf } from '../src/reading-change.ts';
import { PAGES, plain, readSite, squeeze } from './site.ts';

const source = await loadGuideSource();
const { questions } = source.ledger;
const [question] = questions;
if (question === undefined) throw new Error('The ledger has no question.');

const parsed = new Map<string, Document>();

/** Parses each page once. */
function open(html: string): Document {
  const known = parsed.get(html) ?? parseHTML(html).document;
  parsed.set(html, known);
  return known;
}

/** The text of each reading of a question on a page, without white space. */
function readingsOf(html: string, id: string): string[] {
  const list = open(html).getElementById(id)?.querySelector('.taken')?.parentElement;
  return Array.from(list?.children ?? [], (item) => squeeze(item.textContent ?? ''));
}

function textOf(html: string, id: string): string {
  return squeeze(open(html).getElementById(id)?.textContent ?? '');
}

describe.each(PAGES)('The page of questions in $language', ({ language, questions: page }) => {
  const texts = QUESTION_TEXTS[language];

  it('lists every question once, under its impact, and shows the questions in that order', async () => {
    const document = open(await readSite(page));
    const listed = Array.from(document.querySelectorAll('main section'), (section) => ({
      impact: section.id,
      ids: Array.from(section.querySelectorAll('li a'), (link) => link.getAttribute('href')?.slice(1)),
    }));
    const wanted = (['wire', 'outcome', 'prose'] as const).map((impact) => ({
      impact,
      ids: questions.filter((one) => one.impact === impact).map(({ id }) => id),
    }));
    expect(listed).toEqual(wanted);
    expect(Array.from(document.querySelectorAll('article'), ({ id }) => id)).toEqual(
      wanted.flatMap(({ ids }) => ids),
    );
  });

  it.each(questions)('shows what each reading of $id would change', async ({ id, readings, taken }) => {
    const shown = readingsOf(await readSite(page), id);
    expect(shown).toHaveLength(readings.length);
    for (const [index, reading] of readings.entries()) {
      const overlay = source.readings.find(({ name }) => name === `${id}=${reading.id}`);
      const places = overlay === undefined ? [] : changedPlaces(source.contracts.en, overlay.overlay);
      const wanted = [
        reading.text[language],
        ...(reading.id === taken ? [texts.taken, texts.follows] : []),
        ...(reading.noOverlay === undefined ? [] : [reading.noOverlay[language]]),
        ...(overlay === undefined ? [] : [overlay.migration[language]]),
        ...diffOf(places ?? []).split('\n'),
      ].map((part) => squeeze(plain(part)));
      expect({
        reading: reading.id,
        missing: wanted.filter((part) => !shown[index]?.includes(part)),
      }).toEqual({
        reading: reading.id,
        missing: [],
      });
    }
  });

  it('says how each open question is settled: by the contract tests, or by asking AX Cloud', async () => {
    const html = await readSite(page);
    for (const { id, settled, settle, unasked } of questions.filter((one) => one.settled === undefined)) {
      const text = textOf(html, id);
      expect({ id, settled, text }).toMatchObject({
        text: expect.stringContaining(squeeze(plain(settle[language]))),
      });
      expect({ id, asked: text.includes(squeeze(texts.asked)) }).toEqual({
        id,
        asked: unasked === undefined,
      });
      if (unasked === undefined) continue;
      expect(text).toContain(squeeze(plain(`${texts.unasked(id)} ${unasked[language]}`)));
    }
  });
});

describe('A settled question', () => {
  const settled = {
    as: 'observed',
    date: '2026-12-01',
    run: 'run-7',
    server: 'https://test.ax-cloud.com',
    case: 'cancel.first',
    request: 'PATCH /orders/1',
    response: '200\n\n{"a": "<b>"}',
  } as const;
  const html = renderQuestions({ ...source, ledger: edited({ settled }) }, new Map(), 'en');

  it('is marked in the contents, and shows date, run, server, case and exchange', () => {
    const entry = open(html).querySelector(`section a[href="#${question.id}"]`);
    expect(entry?.parentElement?.textContent).toContain(QUESTION_TEXTS.en.settledAs.observed);
    const text = textOf(html, question.id);
    for (const part of Object.values(settled).slice(1)) expect(text).toContain(squeeze(part));
  });

  it('no longer says how it is settled', () => {
    expect(textOf(html, question.id)).not.toContain(squeeze(QUESTION_TEXTS.en.settle));
    expect(textOf(html, questions.find(({ id }) => id !== question.id)?.id ?? '')).toContain(
      squeeze(QUESTION_TEXTS.en.settle),
    );
  });
});

describe('Under another reading', () => {
  const under = source.readings.map(({ name }) => name);

  it.each(under)('the page shows every reading, and explains those without a change: %s', async (name) => {
    const html = renderQuestions(await sourceUnder(name), new Map(), 'en');
    for (const { id, readings } of questions) {
      const shown = readingsOf(html, id);
      expect([id, shown.length]).toEqual([id, readings.length]);
      expect(shown.filter((text) => text.endsWith(squeeze(QUESTION_TEXTS.en.noOverlay)))).toEqual([]);
    }
  });

  it('the page says that a change without a target in the contract does not apply', () => {
    const [first, ...others] = question.readings.map(({ id, text }) => ({ id, text }));
    const [other] = others;
    if (first === undefined || other === undefined) throw new Error('A question has one reading.');
    const reading: ReadingOverlay = {
      name: `${question.id}=${other.id}`,
      question: question.id,
      overlay: parseOverlay('actions: [{ target: $.nowhere, remove: true }]'),
      texts: parseOverlay('actions: []'),
      title: { en: 'Nothing', ko: '없음' },
      change: undefined,
      migration: { en: 'Do this.', ko: '이렇게 하십시오.' },
    };
    const ledger = edited({ taken: first.id, readings: [first, ...others] });
    const html = renderQuestions({ ...source, ledger, readings: [reading] }, new Map(), 'en');
    const wanted = `Do this. ${QUESTION_TEXTS.en.doesNotApply}`;
    expect(readingsOf(html, question.id)[1]).toContain(squeeze(wanted));
  });
});

/** The ledger with one question edited. */
function edited(edit: Partial<Question>): Ledger {
  return {
    ...source.ledger,
    questions: questions.map((one) => (one.id === question?.id ? { ...one, ...edit } : one)),
  };
}

/** The source from which `pnpm site --reading` makes the page. */
async function sourceUnder(name: string): Promise<QuestionSource> {
  const [id, taken = ''] = name.split('=');
  const overlay = source.readings.find((one) => one.name === name)?.overlay ?? { actions: [] };
  const noOverlay = { en: 'This copy follows another reading.', ko: '다른 해석을 적용한 사본입니다.' };
  const ledger = await loadLedger();
  const contract = async (language: Language): Promise<Contract> => {
    const document = applyOverlay((await loadContract(language)).document, overlay);
    return readContract(document as Parameters<typeof readContract>[0]);
  };
  return {
    contracts: { ko: await contract('ko'), en: await contract('en') },
    readings: source.readings.filter((one) => one.question !== id),
    ledger: {
      ...ledger,
      questions: ledger.questions.map((one) =>
        one.id !== id
          ? one
          : {
              ...one,
              taken,
              readings: one.readings.map(({ overlay: _, ...reading }) =>
                reading.id === taken ? reading : { noOverlay, ...reading },
              ),
            },
      ),
    },
  };
}
