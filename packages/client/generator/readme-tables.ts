import type { Contract, Language } from '@ax-cloud/contract/contract';
import { refusalKinds } from '@ax-cloud/contract/refusal-kinds';
import { otherFields, statusFields } from '@ax-cloud/contract/request-body';
import { markdownTable } from '@ax-cloud/contract/scenario-table';

/** The tables of the READMEs about the names and the statuses of the contract: name → Markdown. */
export function readmeTables(contract: Contract, language: Language): ReadonlyMap<string, string> {
  return new Map([
    ['request', requestTable(contract, language)],
    ['statuses', statusTable(contract, language)],
  ]);
}

const TITLES = {
  request: { en: ['you give', 'the request has'], ko: ['넘기는 값', '요청에 들어가는 곳'] },
  statuses: { en: ['status', 'result'], ko: ['상태 코드', '결과'] },
};
const ORDER_CODE = { en: 'the order code', ko: '주문 코드' };
const OR = { en: 'or', ko: '또는' };

/** Where the arguments of a call and the options of a client go. */
function requestTable(contract: Contract, language: Language): string {
  const { path, headers, query } = contract;
  const statuses = statusFields(contract).map(({ name }) => code(name));
  return markdownTable([
    TITLES.request[language],
    [ORDER_CODE[language], code(path)],
    [code('status'), statuses.join(', ')],
    ...otherFields(contract).map(({ name }) => [code(name), code(name)]),
    ...headers.map(({ name }) => [code(`headers.${name}`), code(name)]),
    ...query.map(({ name }) => [code(`query.${name}`), code(`?${name}=`)]),
  ]);
}

/** What each documented status is for a caller. */
function statusTable(contract: Contract, language: Language): string {
  const { responses, success } = contract;
  const refused = refusalKinds(contract);
  return markdownTable([
    TITLES.statuses[language],
    ...responses.map(({ status }) => [
      String(status),
      status === success.status
        ? `${code('ok')} ${OR[language]} ${code('not_applied')}`
        : code(refused[status] ?? ''),
    ]),
  ]);
}

function code(text: string): string {
  return `\`${text}\``;
}
