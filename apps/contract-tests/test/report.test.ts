import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandError } from '@ax-cloud/contract/command-error';
import { type Ledger, loadLedger } from '@ax-cloud/contract/ledger';
import type { Report, ReportedExchange } from '@ax-cloud/contract/report';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { toCtrf } from '../src/report/ctrf.ts';
import { diffReports } from '../src/report/diff.ts';
import { toHtml } from '../src/report/html.ts';
import { toJUnit } from '../src/report/junit.ts';
import { toMarkdown } from '../src/report/markdown.ts';
import { type ComparableReport, failedCases, readReport } from '../src/report/read-report.ts';
import { createReport } from '../src/report/report.ts';
import type { CaseResult, RunFacts, Spending } from '../src/report/result.ts';
import { caseLines, endLines } from '../src/report/terminal.ts';
import { prepareFolder, writeReports } from '../src/report/write.ts';

const ledger = await loadLedger();
const PLAIN = { color: false, quiet: false, width: 10 };
const same = (text: string) => ({ en: text, ko: text });

const EXCHANGE: ReportedExchange = {
  curl: "curl -X PATCH 'https://test.example/v1/a'",
  request: { method: 'PATCH', url: 'https://test.example/v1/a', headers: {}, body: '{"comment":null}' },
  response: { status: 200, headers: {}, body: '{}' },
  durationMs: 3,
};

function result(id: string, outcome: CaseResult['outcome'], more: Partial<CaseResult> = {}): CaseResult {
  const told = ['passed', 'failed', 'observed'].includes(outcome);
  return {
    id,
    title: same(`Title of ${id}`),
    expects: same('403'),
    level: 'documented',
    needs: 'key',
    proves: [],
    asks: [],
    outcome,
    remarks: outcome === 'failed' ? [same(`${id}: got 200`)] : [],
    evidence: [],
    actual: told ? '200 (application/json) {}' : null,
    exchange: told ? EXCHANGE : null,
    durationsMs: told ? [1, 2.4] : [],
    ...more,
  };
}

function report(
  results: readonly CaseResult[],
  { spending, ...facts }: Partial<Omit<RunFacts, 'spending'>> & { spending?: Partial<Spending> } = {},
  from: Ledger = ledger,
): Report {
  const orders = {
    cancelled: ['a'],
    alreadyCancelled: [],
    refused: [],
    unknown: [],
    open: [],
    untouched: [],
  };
  const used = {
    requests: 9,
    durationsMs: [1, 2, 9],
    lost: 0,
    orders,
    obstacle: undefined,
    stopped: undefined,
  };
  return createReport(
    {
      results,
      spending: { ...used, cancelled: true, ...spending },
      runId: '1a2b3c4d',
      startedAt: new Date('2026-01-02T03:04:05Z'),
      seconds: 1.234,
      contract: { version: '1.2.3', sha256: 'c0ffee' },
      target: { kind: 'server', baseUrl: 'https://test.example' },
      options: { maxOrders: null, rate: null, concurrency: 4, timeoutMs: 10_000, only: [] },
      all: results.length,
      ...facts,
    },
    from,
  );
}

const MOCK = { target: { kind: 'mock', baseUrl: 'http://127.0.0.1:1' } } as const;
const NO_ORDER = { remarks: [same('no order is left; add codes to AX_ORDER_CODES')] };
const PASSED = result('auth.one', 'passed');
const FAILED = result('auth.two', 'failed');
const SKIPPED = result('body.one', 'skipped', { needs: 'cancels-order', ...NO_ORDER });
const FOREIGN = result('foreign', 'skipped', { needs: 'foreign-order', remarks: [same('not given')] });

/** All outputs of a run in one text. */
function everything(one: Report): string {
  return [
    toHtml(one),
    toMarkdown(one),
    toJUnit(one),
    toCtrf(one),
    ...endLines(one, PLAIN),
    JSON.stringify(one),
  ].join('\n');
}

describe('the verdict', () => {
  const stopped = same('the server went away after request 60');
  test.each<[string, Report, string, number, RegExp]>([
    ['passed cases only', report([PASSED]), 'passed', 0, /^The server keeps to the contract\.$/],
    ['a skipped foreign order', report([PASSED, FOREIGN]), 'passed', 0, /keeps to/],
    ['a failed case', report([PASSED, FAILED]), 'failed', 1, /breaks the contract: 1 of 2 cases failed/],
    ['a failure and a skip', report([FAILED, SKIPPED]), 'failed', 1, /1 of 2 cases failed/],
    ['a failure and a stop', report([FAILED], { spending: { stopped } }), 'failed', 1, /1 of 1/],
    [
      'a skipped case',
      report([PASSED, SKIPPED]),
      'incomplete',
      3,
      /^Nothing failed, but 1 of 2 cases did not run\.$/,
    ],
    ['a case not run', report([PASSED, result('x', 'not run')]), 'incomplete', 3, /1 of 2 cases did not run/],
    [
      'a foreign order not tried',
      report([PASSED, { ...FOREIGN, outcome: 'not run' }]),
      'incomplete',
      3,
      /1 of 2/,
    ],
    ['only a skipped case', report([FOREIGN]), 'incomplete', 3, /1 of 1 cases did not run/],
    ['a stop', report([PASSED], { spending: { stopped } }), 'incomplete', 3, /was stopped/],
    ['an interrupt', report([PASSED], { interrupted: 'SIGINT' }), 'incomplete', 3, /was stopped/],
    [
      'no order cancelled',
      report([result('x', 'passed', { needs: 'open-order' })], { spending: { cancelled: false } }),
      'incomplete',
      3,
      /no order was cancelled/,
    ],
    ['no order needed', report([PASSED], { spending: { cancelled: false } }), 'passed', 0, /keeps to/],
    [
      'an error',
      report([FAILED, result('x', 'error')]),
      'could not run',
      2,
      /itself failed in 1 of 2.*; 1 failed/,
    ],
    [
      'an obstacle',
      report([result('x', 'not run')], { spending: { obstacle: same('Wrong key.') } }),
      'could not run',
      2,
      /^The run could not be done\.$/,
    ],
    [
      'a selection',
      report([PASSED], { all: 3 }),
      'passed',
      0,
      /^The selected case passed; 2 others were not run\.$/,
    ],
    [
      'a selection with an observed case',
      report([PASSED, result('x', 'observed')], { all: 3 }),
      'passed',
      0,
      /^Nothing failed in the 2 selected cases \(1 only observe\); 1 others were not run/,
    ],
    [
      'a selection of several cases',
      report([PASSED, { ...PASSED, id: 'b' }], { all: 185 }),
      'passed',
      0,
      /^The 2 selected cases passed; 183 others were not run\.$/,
    ],
    ['a failed selection', report([FAILED], { all: 9 }), 'failed', 1, /1 of the 1 selected cases failed/],
    ['the mock', report([PASSED], MOCK), 'passed', 0, /^The mock keeps to the contract\.$/],
  ])('is right for a run with %s', (_what, { summary }, verdict, exitCode, sentence) => {
    expect(summary).toMatchObject({ verdict, exitCode });
    expect(summary.sentence.en).toMatch(sentence);
  });

  test('gives each reason once, with the number of its cases', () => {
    const many = ['a', 'b', 'c'].map((id) => ({ ...SKIPPED, id }));
    const { reasons } = report([PASSED, FOREIGN, ...many, result('d', 'not run')]).summary;
    expect(reasons.map(({ en }) => en)).toEqual([
      '3 cases: no order is left; add codes to AX_ORDER_CODES',
      '1 case: not given',
      '1 case: the run ended before them',
    ]);
  });

  test('gives the reason for a stop once, even if later cases repeat it', () => {
    const after = result('x', 'not run', { remarks: [stopped] });
    expect(report([PASSED, after], { spending: { stopped } }).summary.reasons).toHaveLength(1);
    expect(report([FAILED], { spending: { stopped } }).summary.reasons).toEqual([stopped]);
    const { reasons } = report([PASSED], { interrupted: 'SIGTERM' }).summary;
    expect(reasons[0]?.en).toContain('SIGTERM');
  });

  test('says "keeps to the contract" only for a full pass', () => {
    const full = /keeps to the contract|명세를 지킵니다/;
    expect(everything(report([PASSED]))).toMatch(full);
    for (const one of [
      report([FAILED]),
      report([PASSED, SKIPPED]),
      report([PASSED], { all: 2 }),
      report([PASSED], { interrupted: 'SIGINT' }),
      report([result('x', 'error')]),
    ]) {
      expect(everything(one)).not.toMatch(full);
    }
  });
});

describe('the questions', () => {
  const [question] = ledger.questions.filter(({ readings }) => readings.length > 2);
  const { id = '', taken = '', readings = [] } = question ?? {};
  const [other = '', third = ''] = readings.map((one) => one.id).filter((one) => one !== taken);
  const text = (reading: string) => readings.find((one) => one.id === reading)?.text.en ?? '';
  const asking = (name: string, ...given: string[]) =>
    result(name, 'observed', { asks: [id], evidence: [{ question: id, readings: given }] });
  const answer = (...results: CaseResult[]) => report(results).questions.find((one) => one.id === id);

  test.each<[string, string[][], string, string | null]>([
    ['the contract’s reading', [[taken]], 'agrees', taken],
    ['another reading', [[other]], 'differs', other],
    [
      'a single common reading',
      [
        [other, taken],
        [taken, third],
      ],
      'agrees',
      taken,
    ],
    [
      'several readings, the contract’s among them',
      [
        [taken, third, other],
        [other, taken],
      ],
      'undecided',
      null,
    ],
    ['several other readings', [[other, third]], 'differs', null],
    ['readings that exclude each other', [[taken], [other]], 'mixed', null],
    ['no reading', [], 'unknown', null],
    ['every reading', [readings.map((one) => one.id)], 'unknown', null],
  ])('are judged by evidence for %s', (_what, given, state, reading) => {
    expect(answer(...given.map((one, index) => asking(`case.${index}`, ...one)))).toMatchObject({
      state,
      reading,
    });
  });

  test('are all listed, and each unasked one says why', () => {
    const { questions } = report([PASSED]);
    expect(questions.map((one) => one.id)).toEqual(ledger.questions.map((one) => one.id));
    expect(questions.filter(({ unasked }) => unasked !== null).length).toBeGreaterThan(0);
  });

  test('that differ say what to change, with the overlay if there is one', () => {
    const found = report(
      ledger.questions.flatMap(({ id: question, readings: all }) =>
        all
          .filter(({ overlay }) => overlay !== undefined)
          .slice(0, 1)
          .map((one) => result(question, 'observed', { evidence: [{ question, readings: [one.id] }] })),
      ),
    ).questions.filter(({ state }) => state === 'differs');
    const overlaid = ledger.questions.filter(({ readings: all }) =>
      all.some(({ overlay }) => overlay !== undefined),
    );
    expect(found.map((one) => one.id)).toEqual(overlaid.map((one) => one.id));
    for (const { change, id: question, reading } of found) {
      expect(change?.en).toContain(`spec/readings/${question}/${reading}.yaml`);
      expect(change?.en).toMatch(/spec\/openapi\.yaml it changes \S+/);
    }
    expect(answer(asking('a', taken))?.change).toBeNull();
  });

  test('are shown with the sentence of the reading, the case and its response', () => {
    const one = report([asking('body.asks', other)]);
    for (const shown of [endLines(one, PLAIN).join('\n'), toMarkdown(one)]) {
      expect(shown.replaceAll('\\', '')).toContain(text(other));
      expect(shown).toContain('body.asks');
      expect(shown).toContain('200 (application/json) {}');
    }
    expect(toHtml(one)).toContain('<a href="#body.asks">');
  });

  test('show both sides of contradictory evidence', () => {
    const shown = endLines(report([asking('a.one', taken), asking('b.two', other)]), PLAIN).join('\n');
    for (const part of ['a.one', 'b.two', text(taken), text(other)]) expect(shown).toContain(part);
  });

  test('are not answered by the mock, and its answers are listed separately', () => {
    const one = report([asking('a', other)], MOCK);
    expect(one).toMatchObject({ questions: [], mockAnswers: { [id]: other } });
    expect(one.summary.reasons[0]?.en).toMatch(/settles no question/);
    expect(toHtml(one)).not.toContain('#q-');
    expect(report([PASSED])).not.toHaveProperty('mockAnswers');
  });
});

test('a statement is exercised if a case that proves it has run', () => {
  const [first = '', second = '', third = ''] = ledger.statements.map(({ id }) => id);
  const { statements } = report([
    { ...FAILED, proves: [first] },
    { ...SKIPPED, proves: [second] },
    result('x', 'not run', { proves: [second] }),
  ]);
  expect(statements.slice(0, 3)).toMatchObject([
    { id: first, exercised: true, cases: ['auth.two'] },
    { id: second, exercised: false, cases: ['body.one', 'x'] },
    { id: third, exercised: false, cases: [] },
  ]);
});

const NASTY = '</code><script>alert("1")</script> `a|b` *x* [y](z) & ]]> \0\x1b[31m\ud800\u202e\uffff';
const nasty = () => {
  const remarks = [same(NASTY)];
  const exchange = { ...EXCHANGE, curl: NASTY, request: { ...EXCHANGE.request, body: NASTY } };
  return report(
    (['failed', 'observed', 'skipped', 'error', 'passed', 'not run'] as const).map((outcome) =>
      result(`x.${outcome}`, outcome, { remarks, actual: NASTY, exchange, asks: ['comment-form'] }),
    ),
  );
};

test('hostile text adds no markup to the HTML page, and the page loads nothing', () => {
  const html = toHtml(nasty());
  expect(html).not.toMatch(/<script|<link|<img|src=|url\(|@import/i);
  expect(html.match(/<code[ >]/g)?.length).toBe(html.match(/<\/code>/g)?.length);
});

test('hostile text leaves JUnit well-formed and sends no control characters to a terminal', () => {
  const xml = toJUnit(nasty());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
  expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u);
  expect(xml.replaceAll(/<\/?[a-z-]+( [a-z0-9]+="[^"<>]*")*\/?>|<\?xml[^>]*\?>/g, '')).not.toMatch(/[<>]/);
  const lines = [
    ...endLines(nasty(), PLAIN),
    ...caseLines(result('x', 'failed', { remarks: [same(NASTY)] }), PLAIN),
  ];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal interprets them
  expect(lines.join('\n')).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]/);
});

test('hostile text stays on its line and in its code span in Markdown', () => {
  const markdown = toMarkdown(report([result('x', 'failed', { remarks: [same('a\n# b <i> `c` `')] })]));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal interprets them
  expect(toMarkdown(nasty())).not.toMatch(/[\0-\x09\x0b-\x1f\u202e]/);
  expect(markdown).toContain('  - cause: a \\# b \\<i\\> `c` \\`\n');
  const body = { ...EXCHANGE, request: { ...EXCHANGE.request, body: '``x' } };
  expect(toMarkdown(report([{ ...FAILED, exchange: body }]))).toContain(
    '``` PATCH https://test.example/v1/a ``x ```',
  );
});

test('JUnit names the run, counts the cases, and marks those that did not run as skipped', () => {
  const xml = toJUnit(report([PASSED, FAILED, SKIPPED, result('x', 'not run')]));
  expect(xml).toContain('tests="4" failures="1" errors="0" skipped="2"');
  expect(xml.match(/<skipped /g)).toHaveLength(2);
  for (const [name, value] of [
    ['run-id', '1a2b3c4d'],
    ['contract', '1.2.3'],
    ['contract-sha256', 'c0ffee'],
    ['target', 'https://test.example'],
    ['verdict', 'failed'],
    ['orders-cancelled', 'a'],
  ])
    expect(xml).toContain(`<property name="${name}" value="${value}"/>`);
  expect(xml).toContain(`Node.js ${process.version}`);
});

test('a run that could not begin is an error in JUnit', () => {
  const xml = toJUnit(report([result('x', 'not run')], { spending: { obstacle: same('Wrong key.') } }));
  expect(xml).toContain('tests="2" failures="0" errors="1" skipped="1"');
  expect(xml).toContain('<error message="Wrong key."/>');
});

test('CTRF counts every case under one status', () => {
  const { results } = JSON.parse(toCtrf(nasty()));
  const { tests, passed, failed, skipped, pending, other } = results.summary;
  expect([tests, passed, failed, skipped, pending, other]).toEqual([6, 1, 2, 1, 1, 1]);
  expect(results.tests).toHaveLength(6);
});

test('the report is valid against its schema', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../../spec/report.schema.json', import.meta.url), 'utf8'),
  );
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const question = { question: 'comment-form', readings: ['nullable'] };
  for (const one of [
    nasty(),
    report([result('x', 'observed', { evidence: [question] })]),
    report([PASSED], MOCK),
    report([PASSED], { interrupted: 'SIGINT' }),
  ]) {
    validate(JSON.parse(JSON.stringify(one)));
    expect(validate.errors).toBeNull();
  }
  expect(validate({ ...report([PASSED]), schemaVersion: 1 })).toBe(false);
});

describe('the terminal', () => {
  test('ends with the counts, with and without colours', () => {
    const one = report([PASSED, FAILED, SKIPPED, result('x', 'not run')]);
    for (const color of [true, false]) {
      expect(endLines(one, { ...PLAIN, color }).at(-1)).toBe('contract: 1 passed, 1 failed, 1 skipped');
    }
  });

  test('groups failures of one cause, with expectation, cause and curl', () => {
    const lines = endLines(report([FAILED, result('auth.three', 'failed')]), PLAIN);
    expect(lines).toContain('  auth.two: Title of auth.two');
    expect(lines).toContain('      expected: 403');
    expect(lines).toContain('      cause: auth.two: got 200');
    expect(lines).toContain('      the same in 1 more: auth.three');
    expect(lines).toContain(`      ${EXCHANGE.curl}`);
  });

  test('prints the verdict first', () => {
    expect(endLines(report([FAILED]), PLAIN)[1]).toMatch(/^failed: The server breaks/);
  });

  test('prints only failures and errors when quiet', () => {
    const quiet = { ...PLAIN, quiet: true };
    const print = (style: typeof PLAIN) =>
      [PASSED, SKIPPED, result('x', 'observed'), FAILED, result('y', 'error')].map(
        (one) => caseLines(one, style).length > 0,
      );
    expect(print(quiet)).toEqual([false, false, false, true, true]);
    expect(print(PLAIN)).not.toContain(false);
  });

  test('has colours only if enabled', () => {
    expect(caseLines(FAILED, PLAIN).join()).not.toContain('\x1b');
    expect(caseLines(FAILED, { ...PLAIN, color: true }).join()).toContain('\x1b[31m');
  });
});

describe('the comparison of reports', () => {
  const older = (verdict: string, outcomes: Record<string, string>, reading: string | null = null) =>
    ({
      summary: { verdict, ordersCancelled: 1, requests: 5 },
      cases: Object.entries(outcomes).map(([id, outcome]) => ({ id, outcome, actual: null, remarks: [] })),
      questions: [{ id: 'comment-form', reading }],
    }) as unknown as ComparableReport;
  const at = (kind: 'mock' | 'server', baseUrl: string, one: ComparableReport, startedAt = '') => ({
    ...one,
    target: { kind, baseUrl },
    startedAt,
  });
  const diff = (...reports: ComparableReport[]) => diffAll(false, ...reports);
  const diffAll = (all: boolean, ...reports: ComparableReport[]) =>
    diffReports(
      reports.map((report, index) => ({ path: `${index}/contract.json`, report })),
      all,
    );
  const file = (value: unknown) => {
    const folder = mkdtempSync(join(tmpdir(), 'report-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const path = join(folder, 'contract.json');
    writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
    return path;
  };

  test('works across versions of the schema', () => {
    const before = readReport(file(older('passed', { 'auth.two': 'passed' }, 'nullable')));
    const after = readReport(file(report([FAILED])));
    const { lines, worse } = diff(before, after);
    expect(lines).toContainEqual(expect.stringMatching(/^auth\.two +passed +failed$/));
    expect(lines).toContainEqual(expect.stringMatching(/^comment-form +nullable +unknown$/));
    expect(worse).toBe(true);
    expect(diff(after, before).worse).toBe(false);
    expect(diff(after, after)).toMatchObject({
      worse: false,
      lines: expect.arrayContaining(['Nothing differs.']),
    });
  });

  test('has a column for each environment, a row for each difference, and the cause of a failure', () => {
    const failed = older('failed', { a: 'passed', b: 'failed' }, 'nullable');
    const remarks = [{ en: 'the server crashed: 500', ko: '' }];
    const broken = { ...failed, cases: failed.cases.map((one) => ({ ...one, remarks })) };
    const { lines, worse } = diff(
      at('mock', 'http://127.0.0.1:50123', older('passed', { a: 'passed', b: 'passed' })),
      at('server', 'https://staging.example.com', older('incomplete', { a: 'passed' })),
      at('server', 'https://test.example.com:8443', broken),
    );
    expect(lines).toEqual([
      '                  mock     staging.example.com  test.example.com:8443',
      'verdict           passed   incomplete           failed',
      'orders cancelled  1        1                    1',
      'requests          5        5                    5',
      '',
      'Questions',
      'comment-form      unknown  unknown              nullable',
      '',
      'Cases',
      'b                 passed   –                    failed',
      '    test.example.com:8443: the server crashed: 500',
    ]);
    expect(worse).toBe(true);
  });

  test('has rows for equal results on request', () => {
    const same = older('passed', { a: 'passed' });
    const { lines } = diffAll(true, same, same);
    expect(lines).toContainEqual(expect.stringMatching(/^a +passed +passed$/));
    expect(lines).toContainEqual(expect.stringMatching(/^comment-form +unknown +unknown$/));
  });

  test('labels runs against the same server by time, or by file if the times are equal', () => {
    const run = (startedAt: string) =>
      at('server', 'https://test.example.com', older('passed', {}), startedAt);
    const [first, second] = ['2026-11-26T03:00:00.123Z', '2026-11-27T03:00:00.456Z'] as const;
    expect(diff(run(first), run(second)).lines[0]?.trim()).toBe(
      'test.example.com 2026-11-26T03:00:00Z  test.example.com 2026-11-27T03:00:00Z',
    );
    expect(diff(run(first), run(first)).lines[0]?.trim()).toBe('0/contract.json  1/contract.json');
  });

  test('shows which response was observed', () => {
    const observed = (actual: string) => ({
      ...older('passed', {}),
      cases: [{ id: 'x', outcome: 'observed' as const, actual, remarks: [] }],
    });
    expect(diff(observed('200 OK a'), observed('404 Not Found')).lines).toContainEqual(
      expect.stringMatching(/^x +observed 200 +observed 404$/),
    );
    expect(diff(observed('200 OK a'), observed('200 OK b')).lines).toContain('Nothing differs.');
  });

  test.each<[string, string, boolean]>([
    ['passed', 'failed', true],
    ['passed', 'skipped', true],
    ['passed', 'not run', true],
    ['observed', 'failed', true],
    ['skipped', 'passed', false],
    ['failed', 'not run', false],
    ['passed', 'observed', false],
  ])('a case that goes from %s to %s is worse: %s', (old, now, worse) => {
    const [before, after] = [older('failed', { x: old }), older('failed', { x: now })];
    expect(diff(before, after).worse).toBe(worse);
    expect(diff(before, before, after).worse).toBe(worse);
  });

  test.each([
    ['passed', 'incomplete', true],
    ['incomplete', 'failed', true],
    ['failed', 'could not run', true],
    ['failed', 'incomplete', false],
    ['could not run', 'passed', false],
  ])('a verdict that goes from %s to %s is worse: %s', (old, now, worse) => {
    expect(diff(older(old, { x: 'passed' }), older(now, { x: 'passed' })).worse).toBe(worse);
  });

  test.each([
    'not JSON',
    'null',
    '{"cases":[]}',
    '{"summary":{},"cases":[],"questions":[],"schemaVersion":3}',
  ])('refuses a file with the content %s', (text) => {
    expect(() => readReport(file(text))).toThrow(CommandError);
  });

  test('lists failed cases and errors for @failed', () => {
    expect(failedCases(report([PASSED, FAILED, SKIPPED, result('y', 'error')]))).toEqual(['auth.two', 'y']);
  });
});

test('the reports are written into a new folder, and the summary is appended for GitHub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [reports, step] = [join(folder, 'a', 'b'), join(folder, 'step.md')];
  prepareFolder(reports);
  writeFileSync(step, 'before\n');
  writeReports(report([FAILED]), reports, step);
  expect(readdirSync(reports).sort()).toEqual(
    [
      'index.html',
      'contract.json',
      'junit.xml',
      'ctrf-report.json',
      'summary.md',
      'report.schema.json',
    ].sort(),
  );
  expect(readFileSync(step, 'utf8')).toBe(`before\n${toMarkdown(report([FAILED]))}`);
  expect(readReport(join(reports, 'contract.json')).summary.verdict).toBe('failed');
  expect(() => prepareFolder(step)).toThrow(CommandError);
  expect(writeReports(report([PASSED]), undefined, '')).toEqual([]);
});
