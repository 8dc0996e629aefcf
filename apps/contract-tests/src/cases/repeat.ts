import type { Contract } from '@ax-cloud/contract/contract';
import { bilingual } from '../bilingual.ts';
import type { Case, CaseContext } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { observe, observed } from '../verdicts.ts';
import { statusesOf } from './answer-fields.ts';
import { type Body, cancelRequest, otherExample } from './requests.ts';
import { mustCancel } from './success.ts';
import { WRITTEN_DOWN, writtenDown } from './written-down.ts';

const again = writtenDown('cancelled-order');

/** What the contract leaves open about an order that is cancelled. */
export function repeatCases(contract: Contract): Case[] {
  const other = otherExample(contract);
  return [
    repeatCase(),
    again(
      'cancel.other-kind',
      bilingual('the other kind of cancel', '다른 종류의 취소'),
      () => other,
      (answer) => {
        const { ax_order_status } = statusesOf(answer.json);
        const changed = answer.status < 300 && ax_order_status === other.ax_status;
        return observe(answer, { 'change-of-kind': changed ? 'changeable' : 'final' });
      },
    ),
    {
      id: 'cancel.channel-code',
      title: bilingual(
        "What the server does with the channel's own code in the path",
        '경로에 채널의 주문 코드가 올 때: 서버의 동작',
      ),
      expects: bilingual(
        '404, because only the AX order code is in the contract',
        '404. 계약에는 AX 주문 코드만 있음',
      ),
      needs: 'cancelled-order',
      async run(context) {
        const { established, reading } = context;
        const { channel_order_code: code } = statusesOf(established?.answer.json);
        if (typeof code !== 'string' || code === '') {
          return observed(
            bilingual(
              'not asked: the answer to the first cancel has no channel_order_code that could go into the path',
              '확인하지 않음: 첫 취소의 응답에 경로에 넣을 channel_order_code가 없습니다',
            ),
          );
        }
        if (reading.pathCode === 'channel' || code === context.orderCode) {
          return observe(established?.answer as Answer);
        }
        const answer = await context.send(
          cancelRequest(context, { orderCode: code, body: established?.body }),
          { html: true },
        );
        return observe(answer, { 'order-code-in-path': answer.status === 404 ? 'ax-code' : 'either-code' });
      },
    },
  ];
}

/** The same cancel again may be refused; a 200 to it is a success as any other, and so the echo of the request. */
function repeatCase(): Case {
  const what = bilingual('the same cancel again', '같은 취소를 다시 보낼 때');
  return again('cancel.repeat', what, sameBody, (answer, context) => {
    if (answer.status >= 300) {
      return observe(answer, { 'second-cancel': 'refused', 'retry-after-timeout': 'check-first' });
    }
    const verdict = mustCancel(context, answer, sameBody(context), what);
    if (verdict.outcome === 'failed') return verdict;
    return observe(answer, { 'second-cancel': 'same-answer', 'retry-after-timeout': 'repeat-safe' });
  });
}

/** What the order was cancelled with. */
function sameBody({ established }: CaseContext): Body {
  return established?.body ?? {};
}

/**
 * Bodies on which the contract is silent, to the cancelled order, so that they cost none: a server that reads the body
 * before it looks at the order's state shows what it makes of them, and any server shows whether it crashes.
 */
export function silentBodyCases(): Case[] {
  return [
    again('body.comment.blank', bilingual('a comment of spaces', '공백만 있는 코멘트'), (context) => ({
      ...sameBody(context),
      comment: '   ',
    })),
    again(
      'body.comment.nul',
      bilingual('a NUL character in the comment', 'NUL 문자가 든 코멘트'),
      (context) => ({ ...sameBody(context), comment: 'a\u0000b' }),
    ),
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

/** Whether `New` takes a cancellation back. It comes last, and what it has opened again is cancelled again. */
export function reopenCase(): Case {
  const what = bilingual('New for a cancelled order', '취소된 주문에 New를 보낼 때');
  const body = () => ({ ax_status: 'New', channel_status: 'New' });
  return again('cancel.reopen', what, body, async (answer, context) => {
    const reopened = answer.status < 300 && statusesOf(answer.json).ax_order_status === 'New';
    if (!reopened) return observe(answer);
    await context.send(cancelRequest(context, { body: sameBody(context) }));
    return observe(answer, { 'new-status': 'reopens' });
  });
}
