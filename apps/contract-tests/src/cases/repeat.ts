import { type Contract, uncancelledStatus } from '@ax-cloud/contract/contract';
import { bilingual } from '../bilingual.ts';
import type { Case, CaseContext } from '../case.ts';
import type { HttpResponse } from '../exchange.ts';
import { orderFields, orderOf, repeatsStatuses, statusesIn } from '../order-fields.ts';
import { speaksOfOrder } from '../statuses.ts';
import { observe, observed } from '../verdicts.ts';
import { type Body, bareExample, otherKind, textField, withStatus } from './bodies.ts';
import { codeReading } from './reading.ts';
import { cancelRequest } from './requests.ts';
import { mustCancel } from './success.ts';
import { WRITTEN_DOWN, writtenDown } from './written-down.ts';

const again = writtenDown('cancelled-order');

/** What the contract leaves open about an order that is cancelled. */
export function repeatCases(contract: Contract): Case[] {
  return [repeatCase(), ...otherKindCases(contract), ...channelCodeCases(contract)];
}

/** The same cancel again may be refused; a success is a success as any other, and so the echo of the request. */
function repeatCase(): Case {
  const what = bilingual('the same cancel again', '같은 취소를 다시 보낼 때');
  return again('cancel.repeat', what, sameBody, (response, context) => {
    if (response.status >= 300) {
      return observe(response, { 'second-cancel': 'refused', 'retry-after-timeout': 'check-first' });
    }
    const verdict = mustCancel(context, response, sameBody(context), what);
    if (verdict.outcome === 'failed') return verdict;
    return observe(response, { 'second-cancel': 'same-answer', 'retry-after-timeout': 'repeat-safe' });
  });
}

function otherKindCases(contract: Contract): Case[] {
  const other = otherKind(contract);
  if (other === undefined) return [];
  return [
    again(
      'cancel.other-kind',
      bilingual('the other kind of cancel', '다른 종류의 취소'),
      () => other,
      (response) => {
        const changed = response.status < 300 && repeatsStatuses(contract, response.json, other);
        return observe(response, { 'change-of-kind': changed ? 'changeable' : 'final' });
      },
    ),
  ];
}

/** The code that the channel has for the order, in the place of the contract's. */
function channelCodeCases(contract: Contract): Case[] {
  const { channelCode, code: pathCode } = orderFields(contract);
  if (channelCode === undefined) return [];
  return [
    {
      id: 'cancel.channel-code',
      title: bilingual(
        "What the server does with the channel's own code in the path",
        '경로에 채널의 주문 코드가 올 때: 서버의 동작',
      ),
      expects: bilingual(
        'a refusal, because only the AX order code is in the contract',
        '거부. 명세에는 AX 주문 코드만 있음',
      ),
      needs: 'cancelled-order',
      async run(context) {
        const { established, reading } = context;
        const code = orderOf(contract, established?.response.json)[channelCode];
        if (typeof code !== 'string' || code === '') {
          return observed(
            bilingual(
              `not asked: the response to the first cancel has no ${channelCode} that could go into the path`,
              `확인하지 않음: 첫 취소의 응답에 경로에 넣을 ${channelCode}가 없습니다`,
            ),
          );
        }
        if (reading.pathCode === 'channel' || code === context.orderCode) {
          return observe(established?.response as HttpResponse);
        }
        const response = await context.send(
          cancelRequest(context, { orderCode: code, body: established?.body }),
          { html: true },
        );
        const unknown = speaksOfOrder(contract, response.status);
        return observe(response, unknown ? codeReading(pathCode) : { 'order-code-in-path': 'either-code' });
      },
    },
  ];
}

/** What the order was cancelled with. */
function sameBody({ established }: CaseContext): Body {
  return established?.body ?? {};
}

/**
 * Bodies that the contract does not specify, to the cancelled order, so that they cost none: a server that reads the body
 * before it looks at the order's state shows what it makes of them, and any server shows whether it crashes.
 */
export function unspecifiedBodyCases(contract: Contract): Case[] {
  const name = textField(contract)?.name;
  const texts =
    name === undefined
      ? []
      : [
          again(`body.${name}.blank`, bilingual('a comment of spaces', '공백만 있는 코멘트'), (context) => ({
            ...sameBody(context),
            [name]: '   ',
          })),
          again(
            `body.${name}.nul`,
            bilingual('a NUL character in the comment', 'NUL 문자가 든 코멘트'),
            (context) => ({ ...sameBody(context), [name]: 'a\u0000b' }),
          ),
        ];
  return [
    ...texts,
    {
      id: 'body.byte-order-mark',
      title: bilingual('What the server does with a byte order mark', 'BOM이 있는 본문: 서버의 동작'),
      expects: WRITTEN_DOWN,
      needs: 'cancelled-order',
      async run(context) {
        const { body } = cancelRequest(context, { body: sameBody(context) });
        return observe(await context.send(cancelRequest(context, { raw: `\ufeff${body}` })));
      },
    },
  ];
}

/** Whether a status that is not a cancel takes a cancellation back. What it has opened again is cancelled again. */
export function reopenCases(contract: Contract): Case[] {
  const status = uncancelledStatus(contract);
  if (status === '') return [];
  const body = withStatus(contract, bareExample(contract), status);
  return [
    again(
      'cancel.reopen',
      bilingual(`${status} for a cancelled order`, `취소된 주문에 ${status}를 보낼 때`),
      () => body,
      async (response, context) => {
        const [first] = statusesIn(contract, response.json);
        if (response.status >= 300 || first !== status) return observe(response);
        await context.send(cancelRequest(context, { body: sameBody(context) }));
        return observe(response, { 'new-status': 'reopens' });
      },
      'last',
    ),
  ];
}
