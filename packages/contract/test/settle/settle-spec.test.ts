import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Ledger, Settled } from '../../src/ledger.ts';
import { parseOverlay } from '../../src/readings/overlay.ts';
import type { ReadingOverlay } from '../../src/readings/reading-files.ts';
import { YamlSource } from '../../src/readings/yaml-source.ts';
import { takeReading } from '../../src/settle/settle-ledger.ts';
import { settleSpec } from '../../src/settle/settle-spec.ts';

const CONTRACT = `# The contract.
info: { title: T, version: 1.0.0 }
paths:
  /orders/{code}:
    patch:
      # How an order is cancelled.
      description: The page also names \`state\`, which is not read (inferred: names).
      responses:
        '200':
          description: The order (inferred: envelope).
          x-echoes: { status: $request.body#/status }
components:
  schemas:
    Request:
      required: [status]
      properties:
        status: { type: string, description: 'Spell it exactly (inferred: spelling).' }
`
  .replace('description: The page', 'description: >-\n        The page')
  .replace('description: The order (', "description: 'The order (")
  .replace('envelope).', "envelope).'");

const KOREAN = `overlay: 1.0.0
actions:
  - target: $.components.schemas.Request.properties.status
    update: { description: '상태입니다(추정: spelling).' }
`;

const LEDGER = `page: { title: P, version: 1 }
statements:
  - id: name-status
    place: 2.2 Body Parameter
    says: { en: A field is called \`status\`., ko: 필드 이름은 \`status\`입니다. }
    contract:
      - "#/components/schemas/Request/properties/status"
    questions: [names]
  - id: name-state
    place: 3.1 CURL
    says: { en: The example calls it \`state\`., ko: 예시의 이름은 \`state\`입니다. }
    contract:
      - "#operation/description"
    questions: [names]
evidence: []
questions:
  # Contradictions
  - id: names
    taken: table
    why: { en: The table is right., ko: 표가 맞습니다. }
    readings:
      - id: table
      - { id: curl, overlay: readings/names/curl.yaml }
      - { id: both, noOverlay: { en: Either works., ko: 둘 다 됩니다. } }
    contract:
      - "#/components/schemas/Request/required/status"
  - id: spelling
    taken: exact
    why: { en: So., ko: 그렇습니다. }
    readings:
      - id: exact
    contract:
      - "#/components/schemas/Request"
`;

const CURL: ReadingOverlay = {
  name: 'names=curl',
  question: 'names',
  title: { en: 'The field is called state', ko: '필드 이름이 state인 경우' },
  change: 'major',
  migration: { en: 'Send state.', ko: 'state를 보냅니다.' },
  overlay: parseOverlay(`actions:
  - target: $.components.schemas.Request.properties
    update: { state: {} }
  - target: $.components.schemas.Request.properties.state
    copy: $.components.schemas.Request.properties.status
  - target: $.components.schemas.Request.properties.status
    remove: true
  - target: $.components.schemas.Request.required[?@ == 'status']
    update: state
  - target: $.paths.*.patch
    update:
      description: 'The page names it \`status\`, which is not read (inferred: names).'
`),
  texts: parseOverlay('actions: []\n'),
};

const OBSERVED: Settled = {
  as: 'observed',
  date: '2026-11-26',
  run: 'r1',
  server: 'http://127.0.0.1:1',
  case: 'first',
  request: 'PATCH /orders/1\n\n{}\n',
  response: '200\n',
};

const settle = (answers: readonly (readonly [string, string])[], readings: readonly ReadingOverlay[] = []) =>
  settleSpec(
    {
      contract: CONTRACT,
      korean: KOREAN,
      ledger: LEDGER,
      overlays: { 'readings/names/curl.yaml': CONTRACT },
    },
    answers.map(([question, reading]) => ({ question, reading, settled: OBSERVED })),
    readings,
  );

describe('An answer that the contract follows already', () => {
  const { contract, korean, ledger, overlays } = settle([['spelling', 'exact']]);

  test('changes the marks of its question, and nothing else', () => {
    expect(contract).toBe(CONTRACT.replace('(inferred: spelling)', '(observed: spelling)'));
    expect(korean).toBe(KOREAN.replace('(추정: spelling)', '(관찰: spelling)'));
  });

  test('changes them in the overlays of other questions, too', () => {
    expect(overlays['readings/names/curl.yaml']).toContain('(observed: spelling)');
  });

  test('is kept in the ledger with the exchange, and the reason stays', () => {
    const question = (parse(ledger) as Ledger).questions.find(({ id }) => id === 'spelling');
    expect(question).toMatchObject({ settled: OBSERVED, why: { en: 'So.' } });
    expect(ledger.startsWith(LEDGER.trimEnd())).toBe(true);
  });
});

describe('Another reading', () => {
  const { contract, korean, ledger } = settle([['names', 'curl']], [CURL]);
  const { statements, questions } = parse(ledger) as Ledger;

  test('is written into the contract, where its own text is observed', () => {
    expect(contract).toContain('which is not read (observed: names)');
    expect(contract).toContain('required: [state]');
    expect(contract).toContain('# How an order is cancelled.');
    expect(korean).toContain('$.components.schemas.Request.properties.state');
  });

  test('is taken in the ledger, which says why; no reading of the question has an overlay any more', () => {
    expect(questions[0]).toMatchObject({ taken: 'curl', settled: OBSERVED });
    expect(questions[0]?.why.en).toMatch(/A server did so on 2026-11-26/);
    expect(questions[0]?.readings).toEqual([
      { id: 'table', noOverlay: expect.objectContaining({ en: 'The question is settled.' }) },
      { id: 'curl' },
      { id: 'both', noOverlay: expect.objectContaining({ en: 'Either works.' }) },
    ]);
  });

  test('moves the pointers of the ledger along', () => {
    expect(questions[0]?.contract).toEqual(['#/components/schemas/Request/required/state']);
  });

  test('contradicts the statement that only a text speaks of now, and carries the other one', () => {
    expect(statements).toMatchObject([
      { id: 'name-status', contract: ['#operation/description'], contradictedBy: 'names' },
      { id: 'name-state', contract: ['#/components/schemas/Request/properties/state'] },
    ]);
    expect(statements[1]).not.toHaveProperty('contradictedBy');
  });

  test('leaves every mark of the contract as it is, when it has no overlay', () => {
    expect(settle([['names', 'both']]).contract).toBe(CONTRACT);
  });
});

describe('A reading that is only tried', () => {
  const noOverlay = { en: 'Another one is tried.', ko: '다른 해석을 시험합니다.' };
  const why = { en: 'It is tried.', ko: '시험하는 해석입니다.' };
  const { questions } = takeReading(new YamlSource(LEDGER), 'names', 'curl', noOverlay, why).value as Ledger;

  test('is taken for a reason of its own, and is not settled', () => {
    expect(questions[0]).toMatchObject({ taken: 'curl', why });
    expect(questions[0]).not.toHaveProperty('settled');
  });

  test('leaves the others without an overlay, each with the reason', () => {
    expect(questions[0]?.readings).toEqual([
      { id: 'table', noOverlay },
      { id: 'curl' },
      { id: 'both', noOverlay: { en: 'Either works.', ko: '둘 다 됩니다.' } },
    ]);
  });
});
