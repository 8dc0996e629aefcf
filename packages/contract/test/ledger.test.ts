import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadLedger } from '../src/ledger.ts';
import { HANGUL, quoted, unquoted } from '../src/quotation.ts';
import { hasOverlay } from '../src/readings/reading-files.ts';
import { brokenPointers, loadHandwrittenContract } from '../src/references.ts';
import { inferredLines } from '../src/settle/settle-marks.ts';
import { uncarried, unquotedValues } from '../src/statements.ts';

const ledger = await loadLedger();
const contract = await loadHandwrittenContract();
const { statements, evidence, questions } = ledger;
/** The contract does not follow a statement that a settled question contradicts. */
const followed = statements.filter(({ contradictedBy }) => contradictedBy === undefined);

describe('the ledger', () => {
  it('points only at nodes of the contract that exist', () => {
    expect(brokenPointers(ledger, contract)).toEqual([]);
  });

  it('lists contradictions, then gaps, then ambiguities', () => {
    const order = ['contradiction', 'gap', 'ambiguity'];
    const kinds = questions.map(({ kind }) => order.indexOf(kind));
    expect(kinds).toEqual(kinds.toSorted());
  });

  it('has only evidence that a question names', () => {
    const named = new Set(questions.flatMap((question) => question.evidence));
    expect(evidence.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
  });
});

describe('the statements', () => {
  it.each([
    ...['https://prod.ax-cloud.com', 'https://test.ax-cloud.com', '/v1/channel/orders/tour/{ax_order_code}'],
    ...['application/json', 'Authorization', 'Token {api_key}'],
    ...['ax_status', 'channel_status', 'comment', 'New', 'Traveler cancel', 'Unavoidable cancel'],
    ...[
      'status_code',
      'data',
      'channel_order_code',
      'channel_order_status',
      'ax_order_code',
      'ax_order_status',
    ],
    ...['200', '403', '404', 'detail', '이 작업을 수행할 권한(permission)이 없습니다.', '찾을 수 없습니다.'],
    ...['915c1218-f41c-492b-bb0b-96177ff4d2ee', 'b9872ed4-12c5-4fb5-ae18-4f39b11ee912'],
    '여행자의 개인 사정으로 인한 취소',
  ])('quote the literal %s of the page', (literal) => {
    expect(statements.flatMap(({ says }) => quoted(says.en))).toContain(literal);
  });

  it.each(followed)('$id quotes only what stands in the contract where it points', (statement) => {
    expect(uncarried(contract, statement)).toEqual([]);
  });

  it.each(followed)('$id quotes every value on the wire that it points at', (statement) => {
    expect(unquotedValues(contract, statement)).toEqual([]);
  });

  it('have their places and reasons in English', () => {
    const prose = statements.flatMap(({ place, unchecked = '' }) => [place, unchecked]);
    expect(prose.filter((text) => HANGUL.test(unquoted(text)))).toEqual([]);
  });

  it('raise every contradiction and every ambiguity, which are about something that the page says', () => {
    const raised = new Set(statements.flatMap((statement) => statement.questions ?? []));
    const unfounded = questions.filter(({ id, kind }) => kind !== 'gap' && !raised.has(id));
    expect(unfounded.map(({ id }) => id)).toEqual([]);
  });
});

describe('a settled question', () => {
  const settled = questions.filter((question) => question.settled !== undefined);

  it.each(['openapi-source.yaml', 'openapi-source.ko.yaml'])(
    'has no mark in %s that calls it inferred',
    async (file) => {
      const text = await readFile(new URL(import.meta.resolve(`@ax-cloud/channel-spec/${file}`)), 'utf8');
      const left = settled.flatMap(({ id }) =>
        inferredLines(text, id).map(
          (line) => `line ${line}: reword what is said of ${id}, and mark it as it was settled`,
        ),
      );
      expect(left).toEqual([]);
    },
  );

  it('has no reading with an overlay', () => {
    expect(settled.filter(({ readings }) => readings.some(hasOverlay)).map(({ id }) => id)).toEqual([]);
  });
});

describe('each question', () => {
  it.each(questions)('$id names only places that a statement has', ({ places }) => {
    expect(
      places.filter((place) => !statements.some((statement) => isWithin(statement.place, place))),
    ).toEqual([]);
  });

  it.each(questions)('$id names the place of every statement that raises it', ({ id, places }) => {
    const raising = statements.filter((statement) => statement.questions?.includes(id));
    const elsewhere = raising.filter(
      (statement) => !places.some((place) => isWithin(statement.place, place)),
    );
    expect(elsewhere.map((statement) => statement.place)).toEqual([]);
  });
});

describe('a pointer that leads nowhere is named', () => {
  const [statement] = statements;
  const [question] = questions;
  if (!statement || !question) throw new Error('The ledger in source.yaml has no statement or no question.');

  it.each([
    ['#/info/nowhere', { ...ledger, statements: [{ ...statement, contract: ['#/info/nowhere'] }] }],
    [
      '#/info/nowhere',
      { ...ledger, questions: [...questions, { ...question, contract: ['#/info/nowhere'] }] },
    ],
  ])('%s', (name, broken) => {
    expect(brokenPointers(broken, contract)).toEqual([expect.stringContaining(name)]);
  });
});

function isWithin(place: string, larger: string): boolean {
  return place === larger || place.startsWith(`${larger}, `);
}
