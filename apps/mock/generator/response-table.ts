import type { Contract, Language } from '@ax-cloud/contract/contract';
import { parseExpression } from '@ax-cloud/contract/expression';
import { invalidRequestForm } from '@ax-cloud/contract/invalid-request';
import { provokingCode, readOrderCodeForm, readOtherCodes } from '@ax-cloud/contract/order-code-form';
import { schemeOf } from '@ax-cloud/contract/refusal-statuses';
import { type DocumentedExample, KEY, readRefusals } from '@ax-cloud/contract/refusals';
import { markdownTable } from '@ax-cloud/contract/scenario-table';
import { TEXTS } from './response-texts.ts';

/**
 * Writes a Markdown table of requests and responses, with a row for each check of the mock in its order. What is documented is
 * taken from the contract.
 */
export function responseTable(contract: Contract, language: Language): string {
  const texts = TEXTS[language];
  const refusals = readRefusals(contract);
  const invalid = invalidRequestForm(contract);
  const form = readOrderCodeForm(contract);
  const format = form?.format.toUpperCase();
  const others = [...new Set(readOtherCodes(contract).values())];
  const [unknown, ...moreOrders] = refusals.order;
  const scheme = schemeOf(contract);
  const declared = [...contract.headers, ...contract.query];

  const orderRow = (example: DocumentedExample, more: readonly string[]): string[] => [
    texts.order(provokingCode(example), more),
    code(example.status),
  ];
  return markdownTable([
    texts.titles,
    ...texts.before,
    [texts.missingKey(scheme), code(refusals.missingKey.status)],
    ...refusals.wrongKey.map(({ provokedBy, status }, index) => [
      texts.wrongKey(provokedBy[KEY] ?? '', index === 0),
      code(status),
    ]),
    [texts.method(contract.method), texts.allow(contract.method)],
    texts.preference,
    ...refusals.parameter.flatMap(({ provokedBy, status }) =>
      Object.entries(provokedBy).map(([expression, value]) => [
        texts.parameter(nameOf(expression), value),
        code(status),
      ]),
    ),
    orderRow(unknown, [texts.unknown, ...others.map(texts.otherCode)]),
    ...moreOrders.map((example) =>
      orderRow(example, example.name === form?.refusal.name ? [texts.otherForm(format ?? '')] : []),
    ),
    texts.scenario,
    texts.mediaType,
    [texts.unreadable, texts.oneDetail(refusals.unreadable.status)],
    ...(declared.length > 0 ? [[texts.invalidParameter, texts.oneDetail(invalid.status)]] : []),
    [texts.invalid, (invalid.detailOnly ? texts.oneDetail : texts.messages)(invalid.status)],
    [texts.success(format), texts.echo(contract.success.status)],
  ]);
}

function nameOf(expression: string): string {
  const parsed = parseExpression(expression);
  return parsed.part === 'body' ? expression : parsed.name;
}

function code(status: number): string {
  return `\`${status}\``;
}
