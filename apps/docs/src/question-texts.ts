import type { Language } from '@ax-cloud/contract/contract';
import type { Question, Settled } from '@ax-cloud/contract/ledger';

/** The words of the page of open questions, and of other pages about questions. */
export interface QuestionTexts {
  /** What the page is about, without Markdown. */
  introduction: string;
  /** How many questions there are, are asked by requests, are left to AX Cloud, and are settled; in Markdown. */
  shares: (all: number, asked: number, left: number, settled: number) => string;
  /** Each impact, and what it means. */
  impacts: Readonly<Record<Question['impact'], Readonly<{ name: string; means: string }>>>;
  kinds: Readonly<Record<Question['kind'], string>>;
  /** How many questions there are in a group. */
  count: (questions: number) => string;
  places: string;
  readings: string;
  taken: string;
  /** The change of the reading that the contract follows: none. */
  follows: string;
  /** Introduces why a reading has no overlay. */
  noOverlay: string;
  /** The places of the contract that a reading changes, and the version that it demands. */
  changes: (places: number, version: string) => string;
  /** For a reading that changes only texts and examples. */
  changesTexts: string;
  /** For an overlay that does not apply to this contract. */
  doesNotApply: string;
  why: string;
  evidence: string;
  /** How many pieces of evidence there are. */
  sources: (count: number) => string;
  settle: string;
  /** Who settles it. */
  who: string;
  asked: string;
  unasked: (id: string) => string;
  settled: string;
  settledAs: Readonly<Record<Settled['as'], string>>;
  observed: (date: string, run: string, server: string, by: string) => string;
  confirmed: (date: string) => string;
  /** The heading of the places that name a question. */
  marked: string;
}

const ko: QuestionTexts = {
  introduction:
    '원문이 서로 어긋나거나, 아무 말이 없거나, 여러 뜻으로 읽히는 곳입니다. 답이 무엇을 바꾸는지에 따라 나누었고, 질문마다 가능한 해석과 ' +
    '해석별로 명세에서 바뀌는 곳, 이 명세가 채택한 해석과 이유, 답을 확인하는 방법을 적었습니다.',
  shares: (all, asked, left, settled) =>
    `전체 ${all}건 가운데 ${asked}건은 컨트랙트 테스트가 요청을 보내 확인하고, ${left}건은 컨트랙트 테스트로 확인할 수 없어 AX ` +
    `Cloud에 문의해야 합니다. 저장소에서 \`pnpm reading --mail\`을 실행하면 문의 메일을 써 줍니다. ${settled === 0 ? '아직 확정된 질문은 없습니다.' : `${settled}건은 확정되었습니다.`}`,
  impacts: {
    wire: { name: '요청과 응답', means: '답에 따라 보내거나 받는 내용이 달라집니다.' },
    outcome: {
      name: '주문의 결과',
      means: '요청과 응답의 형식은 그대로이고, 답에 따라 주문이 어떻게 되는지가 달라집니다.',
    },
    prose: {
      name: '설명과 준비',
      means: '요청과 응답도 주문의 결과도 그대로이고, 답에 따라 설명이나 준비할 것이 달라집니다.',
    },
  },
  kinds: { contradiction: '모순', gap: '누락', ambiguity: '모호함' },
  count: (questions) => `${questions}건`,
  places: '원문의 위치',
  readings: '가능한 해석과 명세에서 바뀌는 곳',
  taken: '채택',
  follows: '지금의 명세입니다.',
  noOverlay: '작성해 둔 변경이 없습니다.',
  changes: (places, version) =>
    `명세에서 바뀌는 곳 ${places}곳${version === '' ? '' : ` (버전: ${version})`}`,
  changesTexts: '형식은 그대로이고 설명과 예시가 바뀝니다.',
  doesNotApply: '이 변경은 다른 해석을 적용한 지금의 명세에는 그대로 적용되지 않습니다.',
  why: '채택한 이유',
  evidence: '참고 근거',
  sources: (count) => `${count}건`,
  settle: '확인 방법',
  who: '확인하는 곳',
  asked: '컨트랙트 테스트가 요청을 보내고 서버의 응답을 기록합니다.',
  unasked: (id) => `AX Cloud에 문의해야 합니다(문의 번호 \`${id}\`). 컨트랙트 테스트에서 보내지 않는 이유:`,
  settled: '확정된 근거',
  settledAs: { observed: '관찰', confirmed: '확인' },
  observed: (date, run, server, by) =>
    `${date}에 서버 ${server}에서 관찰했습니다. 컨트랙트 테스트 실행 ${run}의 케이스 <code>${by}</code>가 주고받은 요청과 응답입니다.`,
  confirmed: (date) => `AX Cloud에 문의하여 답을 받았습니다(${date}).`,
  marked: '이 질문과 관련된 곳',
};

const en: QuestionTexts = {
  introduction:
    'Where the page contradicts itself, says nothing, or can be read in more than one way, grouped by what the answer may change. ' +
    'Each question has its possible readings with what each changes in the contract, the one taken and why, and what settles it.',
  shares: (all, asked, left, settled) =>
    `Of ${all} questions, the contract tests ask ${asked} with requests. They cannot ask the other ${left}; AX Cloud has ` +
    `to be asked. In the repository, \`pnpm reading --mail\` writes that mail. ${settled === 0 ? 'None is settled yet.' : `${settled} are settled.`}`,
  impacts: {
    wire: { name: 'Requests and responses', means: 'The answer may change what is sent or received.' },
    outcome: {
      name: 'What becomes of an order',
      means: 'Requests and responses keep their form. The answer may change what becomes of an order.',
    },
    prose: {
      name: 'Explanation and preparation',
      means:
        'Requests, responses and orders stay the same. The answer may change what is explained, or what you prepare.',
    },
  },
  kinds: { contradiction: 'Contradiction', gap: 'Gap', ambiguity: 'Ambiguity' },
  count: (questions) => `${questions}`,
  places: 'Places of the page',
  readings: 'Readings, and what each changes in the contract',
  taken: 'taken',
  follows: 'The contract as it is.',
  noOverlay: 'No change is written.',
  changes: (places, version) =>
    `${places === 1 ? 'One change' : `${places} changes`} of the contract${version === '' ? '' : ` (version: ${version})`}`,
  changesTexts: 'The form stays the same. Descriptions and examples change.',
  doesNotApply: 'This change does not apply as it is, because the contract follows another reading here.',
  why: 'Why this one',
  evidence: 'Evidence',
  sources: (count) => (count === 1 ? 'One source' : `${count} sources`),
  settle: 'What settles it',
  who: 'Who settles it',
  asked: 'The contract tests send the request and record the response.',
  unasked: (id) => `AX Cloud has to be asked (\`${id}\` in the mail). Why the contract tests do not ask it:`,
  settled: 'How it was settled',
  settledAs: { observed: 'observed', confirmed: 'confirmed' },
  observed: (date, run, server, by) =>
    `Observed on ${date}, at the server ${server}. The case <code>${by}</code> of the run ${run} of the contract tests sent and got:`,
  confirmed: (date) => `AX Cloud said so when asked (${date}).`,
  marked: 'Where the reference relies on it',
};

/** The words about questions in each language. */
export const QUESTION_TEXTS: Readonly<Record<Language, QuestionTexts>> = { ko, en };
