import type { Contract } from '@ax-cloud/contract/contract';
import type { Bilingual } from '@ax-cloud/contract/ledger';
import { statusFields, textField } from '@ax-cloud/contract/request-body';
import { FORMATS } from '@ax-cloud/contract/schema';
import type { Change } from '../http/message.ts';
import type { Asks, Case, CaseContext, Expectation, Role } from './case.ts';
import { changeOf, isAllowed, type RowChange, sampleContext, wordsOf } from './changes.ts';
import { fillIn } from './edits.ts';
import { EXPECTATIONS } from './expectations.ts';
import { KEY_REFUSED } from './key-refused.ts';
import type { Level, Need, Verdict } from './verdict.ts';
import { notAsked } from './verdicts.ts';

/** One case in a file of `cases/`, described by `cases/schema.json`. Its group fills in what it leaves out. */
export interface Row extends RowChange, Partial<Shared> {
  en: string;
  ko: string;
}

/** Properties that a group can give to all of its rows. */
export interface Shared {
  needs: Need;
  order: number;
  role: Role;
  level: Level;
  expect: string;
  title: Bilingual;
  allows: ('html' | 'redirect' | 'crash')[];
  firewall: boolean;
  exact: boolean;
  'code-format': keyof typeof FORMATS;
  proves: string[];
  asks: Asks;
  /** `bare`: the second example has no text; `not-text`: the field takes no text. */
  when: 'allowed' | 'bare' | 'not-bare' | 'not-text' | 'first-of-several' | 'not-first';
}

/** A row with what its group shares, and with defaults. */
export type WholeRow = Row & Pick<Shared, 'needs' | 'order' | 'level' | 'asks'>;

const RULES: Readonly<Record<string, Expectation>> = { ...EXPECTATIONS, 'key-refused': KEY_REFUSED };

/**
 * Makes the case of a row. Gives none where the contract lacks its subject, or allows a request that must be refused.
 *
 * @param field the field that the group is repeated for; empty where it is not
 */
export function caseOf(contract: Contract, id: string, row: WholeRow, field: string): Case[] {
  const rule = RULES[row.expect ?? ''];
  if (rule === undefined)
    throw new Error(`The case ${id} expects "${row.expect}". Name a rule of src/cases/expectations.ts.`);
  const change = changeOf(row, sampleContext(contract), field);
  if (change === undefined || !exists(contract, row, rule, change, field)) return [];
  const statuses = rule.statuses(contract, change);
  const status = { en: statuses.join(' or '), ko: statuses.join(' 또는 ') };
  const words = wordsOf(contract, field);
  const fill = (text: string, more = {}) => fillIn(text, { ...words, ...more });
  const what = { en: fill(row.en), ko: fill(row.ko) };
  const title = (of: Bilingual, language: 'en' | 'ko') =>
    fill(of[language], {
      what: what[language],
      What: what[language].charAt(0).toUpperCase() + what[language].slice(1),
      status: status[language],
    });
  const { needs, level, title: of = what, asks, order, role } = row;
  return [
    {
      id: fill(id),
      title: { en: title(of, 'en'), ko: title(of, 'ko') },
      expects: rule.expects(status),
      level,
      needs,
      order,
      ...(role === undefined ? {} : { role }),
      proves: (row.proves ?? []).map((one) => fill(one)),
      asks: Object.keys(asks),
      run: (context) => runRow(context, row, rule, field, what),
    },
  ];
}

/** Sends the request of a row to the server, and judges the response by the row's rule. */
async function runRow(
  context: CaseContext,
  row: WholeRow,
  rule: Expectation,
  field: string,
  what: Bilingual,
): Promise<Verdict> {
  const { orderCode, hasOrder } = context;
  const { level, asks, exact = false, firewall = false, 'code-format': format } = row;
  if (format !== undefined && !(hasOrder && FORMATS[format]?.test(orderCode))) {
    return notAsked(
      `it changes an order's code, and only a code in the format ${format} surely names no other order then`,
      `주문 코드를 바꾸어 보내는 케이스입니다. ${format} 형식이 아닌 코드는 바꾸면 다른 주문의 코드가 될 수 있습니다`,
    );
  }
  const change = changeOf(row, context, field);
  if (change?.rawCode !== undefined && namesGivenOrder(change.rawCode, context)) {
    return notAsked(
      'the changed code is that of another order in the settings',
      '바꾼 코드가 설정에 있는 다른 주문의 코드입니다',
    );
  }
  const allowed = change !== undefined && isAllowed(context.contract, change);
  if (change === undefined || (rule.bodies === 'forbidden' && allowed)) {
    return notAsked(
      'the reading that the server follows has no such field, or allows it',
      '서버가 따르는 해석에는 이 필드가 없거나 이 값이 허용됩니다',
    );
  }
  const allows = Object.fromEntries((row.allows ?? []).map((kind) => [kind, true]));
  return rule.judge({
    context,
    what,
    level,
    asks,
    change,
    exact,
    send: (other = change) => context.send(other, { ...allows, firewall }),
  });
}

/** Whether a code, as a path has it, is that of an order in the settings other than the case's own. */
function namesGivenOrder(rawCode: string, { givenCodes, orderCode }: CaseContext): boolean {
  const code = rawCode.toLowerCase();
  return givenCodes.some((one) => one !== orderCode && encodeURIComponent(one).toLowerCase() === code);
}

/** Whether the contract has what the case is about. */
function exists(contract: Contract, row: Row, rule: Expectation, change: Change, field: string): boolean {
  const allowed = isAllowed(contract, change);
  const { method, path, when, base } = row;
  if (method !== undefined && method === contract.method) return false;
  if (row.headers?.['x-http-method-override'] !== undefined && contract.method === 'POST') return false;
  if (path !== undefined && change.alterPath?.(contract.path) === contract.path) return false;
  const text = textField(contract)?.name;
  const bare = base === 'second' && text !== undefined && !(text in ((change.body ?? {}) as object));
  if ((when === 'bare' && !bare) || (when === 'not-bare' && bare)) return false;
  const statuses = statusFields(contract).map(({ name }) => name);
  const first = statuses.length > 1 && field === statuses[0];
  if ((when === 'first-of-several' && !first) || (when === 'not-first' && first)) return false;
  const declared = contract.request.fields.find((one) => one.name === field)?.schema.type;
  if (when === 'not-text' && [declared].flat().includes('string')) return false;
  const bodies = when === 'allowed' ? when : rule.bodies;
  return bodies === undefined || allowed === (bodies === 'allowed');
}
