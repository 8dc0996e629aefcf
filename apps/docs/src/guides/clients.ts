import type { Language } from '@ax-cloud/contract/contract';
import type { GeneratedClient } from '@ax-cloud/contract/generated-clients';
import { markdownTable } from '@ax-cloud/contract/scenario-table';
import type { MakeParts } from '../guide-source.ts';
import { codeBlock } from '../markdown.ts';

type Problem = GeneratedClient['responses'][number]['problems'][number];

interface Texts {
  columns: readonly [language: string, generator: string, compiles: string];
  extra: string;
  set: string;
  compiles: string;
  /** The result when the caller gets the response itself, not an exception. */
  returned: string;
  sent: string;
  read: string;
  server: string;
  /** Says that a setting is needed. */
  yes: string;
  problems: Readonly<Record<Problem, string>>;
  without: (problems: string) => string;
  command: string;
  code: string;
  readsError: string;
}

const TEXTS: Readonly<Record<Language, Texts>> = {
  ko: {
    columns: ['언어', '생성 도구', '컴파일'],
    extra: '모르는 필드',
    set: '설정',
    compiles: '됨',
    returned: '반환',
    sent: '전송',
    read: '문제 없음',
    server: '서버',
    yes: '필요',
    problems: {
      'not-compiled': '컴파일되지 않음',
      'not-sent': '요청이 전송되지 않음',
      'null-sent': '생략한 필드를 null로 보냄',
      altered: '다른 본문을 보냄',
      refused: '서버가 거부함',
      'status-lost': '상태 코드를 알 수 없음',
      'body-lost': '응답의 필드를 읽을 수 없음',
    },
    without: (problems) => `설정하지 않으면: ${problems}.`,
    command: '생성 명령:',
    code: '코드에서 설정할 것:',
    readsError: '오류 본문 읽기:',
  },
  en: {
    columns: ['Language', 'Generator', 'Compiles'],
    extra: 'Unknown field',
    set: 'To set',
    compiles: 'yes',
    returned: 'returned',
    sent: 'sent',
    read: 'no problem',
    server: 'server',
    yes: 'yes',
    problems: {
      'not-compiled': 'does not compile',
      'not-sent': 'no request is sent',
      'null-sent': 'sends null for a field that was left out',
      altered: 'sends another body',
      refused: 'the server refuses it',
      'status-lost': 'the status is lost',
      'body-lost': 'the fields of the response are lost',
    },
    without: (problems) => `Without it: ${problems}.`,
    command: 'The command:',
    code: 'To set in your code:',
    readsError: 'To read the body of an error:',
  },
};

/** The results of client generators: a row for each client, and how to generate and set up each. */
export const clientsParts: MakeParts = ({ generatedClients }, language) => {
  const { clients, contract, date } = generatedClients;
  const statuses = [...new Set(clients.flatMap(({ responses }) => responses.map(({ status }) => status)))];
  const { columns, extra, set } = TEXTS[language];
  return {
    runContract: contract,
    runDate: date,
    results: markdownTable([
      [...columns, ...statuses.map(String), extra, set],
      ...clients.map((client) => rowOf(client, statuses, language)),
    ]),
    settings: clients.map((client) => settingOf(client, language)).join('\n\n'),
  };
};

function rowOf(client: GeneratedClient, statuses: readonly number[], language: Language): string[] {
  const texts = TEXTS[language];
  const problems = client.responses.flatMap((response) => response.problems);
  const compiles = problems.includes('not-compiled') ? texts.problems['not-compiled'] : texts.compiles;
  return [
    client.language,
    nameOf(client, language),
    compiles,
    ...statuses.map((status) => resultOf(client, status, language)),
    extraOf(client, language),
    client.setting === undefined ? '–' : texts.yes,
  ];
}

function nameOf({ generator, version, target, library, kind }: GeneratedClient, language: Language): string {
  const name = [generator, target, library].filter((part) => part !== undefined).join(' ');
  return `${name} (${kind === 'server' ? `${TEXTS[language].server}, ` : ''}${version})`;
}

/** What the caller gets for a documented response, or what goes wrong. */
function resultOf({ responses, kind }: GeneratedClient, wanted: number, language: Language): string {
  const texts = TEXTS[language];
  const response = responses.find(({ status }) => status === wanted);
  if (response === undefined) return '–';
  if (response.problems.length > 0) return inWords(response.problems, language);
  if (kind === 'server') return texts.sent;
  return response.raised === null ? texts.returned : `\`${response.raised}\``;
}

function extraOf({ responses }: GeneratedClient, language: Language): string {
  const tried = responses.flatMap(({ problemsWithExtraFields }) =>
    problemsWithExtraFields === undefined ? [] : [problemsWithExtraFields],
  );
  if (tried.length === 0) return '–';
  const problems = [...new Set(tried.flat())];
  return problems.length === 0 ? TEXTS[language].read : inWords(problems, language);
}

function inWords(problems: readonly Problem[], language: Language): string {
  return problems.map((problem) => TEXTS[language].problems[problem]).join(', ');
}

function settingOf(client: GeneratedClient, language: Language): string {
  const texts = TEXTS[language];
  const { setting, command, readsError } = client;
  return [
    `### ${client.language}: ${nameOf(client, language)}`,
    ...(setting === undefined
      ? []
      : [`${setting.why[language]} ${texts.without(inWords(setting.without, language))}`]),
    texts.command,
    codeBlock(command, 'sh'),
    ...(setting?.code === undefined ? [] : [texts.code, codeBlock(setting.code, 'text')]),
    ...(readsError === undefined ? [] : [`${texts.readsError} \`${readsError}\``]),
  ].join('\n\n');
}
