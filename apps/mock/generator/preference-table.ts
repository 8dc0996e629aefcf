import type { Contract, Language } from '@ax-cloud/contract/contract';
import { readRefusals } from '@ax-cloud/contract/refusals';
import { markdownTable } from '@ax-cloud/contract/scenario-table';

const TEXTS = {
  en: {
    titles: ['`Prefer`', 'response to a valid request'],
    status: 'that status of the contract, with its first example',
    example: 'that example, as it is written',
    success: 'that example of the success, as it is written, even if it is not the echo of the request',
    dynamic: ['`dynamic=true` (and `seed=…`)', 'made-up values; a success is still the echo'],
    query: (codes: string) =>
      `A tool that cannot send headers can use the query, as in Prism: ${codes},\n\`?__dynamic=true&__seed=…\`. The query counts only without \`Prefer\`.`,
  },
  ko: {
    titles: ['`Prefer`', '유효한 요청에 대한 응답'],
    status: '명세의 그 상태 코드와 첫 번째 예시',
    example: '적혀 있는 그대로의 예시',
    success: '성공 응답의 그 예시를 적혀 있는 그대로(요청과 다르더라도)',
    dynamic: ['`dynamic=true`(와 `seed=…`)', '만들어 낸 값. 성공 응답은 여전히 요청을 되돌려 줌'],
    query: (codes: string) =>
      `헤더를 보낼 수 없는 도구에서는 Prism에서와 같이 쿼리로도 지정할 수 있습니다. ${codes},\n\`?__dynamic=true&__seed=…\`이며, \`Prefer\`가 없을 때만 적용됩니다.`,
  },
} as const;

/** Writes a Markdown table of `Prefer`, with statuses and examples of the contract, and a paragraph about the query. */
export function preferenceTable(contract: Contract, language: Language): string {
  const texts = TEXTS[language];
  const { order, invalid } = readRefusals(contract);
  const [{ status }] = order;
  const shown = invalid.at(-1) ?? invalid[0];
  const success = Object.keys(contract.success.examples).at(-1);
  const rows = [
    texts.titles,
    [`\`code=${status}\``, texts.status],
    [`\`code=${shown.status}, example=${shown.name}\``, texts.example],
    [`\`example=${success}\``, texts.success],
    texts.dynamic,
  ];
  const codes = `\`?__code=${status}\`, \`?__code=${shown.status}&__example=${shown.name}\``;
  return `${markdownTable(rows)}\n\n${texts.query(codes)}`;
}
