import type { Contract } from '@ax-cloud/contract/contract';
import { bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { failed, join, observe } from '../verdicts.ts';
import { statusesOf } from './answer-fields.ts';
import { type Body, exampleBody, otherExample, taggedBody } from './requests.ts';
import { writtenDown } from './written-down.ts';

const open = writtenDown('may-burn');

/** A field that the contract does not have, and does not forbid. */
export const EXTRA_FIELD = { reason: 'unknown' };

/** What the contract leaves open about an order in its first state. The server may or may not cancel it. */
export function openCases(contract: Contract): Case[] {
  const { ax_status } = exampleBody(contract);
  return [
    open(
      'cancel.new',
      bilingual('New in both statuses', '두 상태 모두 New'),
      () => ({ ax_status: 'New', channel_status: 'New' }),
      (answer) => observe(answer, { 'new-status': answer.status < 300 ? 'accepted' : 'refused' }),
    ),
    open(
      'body.comment.empty',
      bilingual('an empty comment', '빈 코멘트'),
      (context) => ({ ...taggedBody(context), comment: '' }),
      (answer) => observe(answer, { 'comment-form': answer.status < 300 ? 'any-text' : 'non-empty' }),
    ),
    open('body.comment.type.number', bilingual('a comment that is a number', '숫자인 코멘트'), (context) => ({
      ...taggedBody(context),
      comment: 12345,
    })),
    open(
      'body.extra-field',
      bilingual('a field that the contract does not have', '계약에 없는 필드'),
      (context) => ({
        ...taggedBody(context),
        ...EXTRA_FIELD,
      }),
    ),
    mixedCase({ ax_status, channel_status: otherExample(contract).channel_status }),
  ];
}

/**
 * Two statuses that differ: the one request that tells the fields apart. The server may refuse it, or let one of them
 * govern; what it sets each by itself must stand where it was sent.
 */
function mixedCase(body: Body): Case {
  const what = bilingual('two different statuses', '서로 다른 두 상태');
  const sent = () => body;
  return open('cancel.mixed', what, sent, (answer, { check, orderCode, reading }) => {
    if (answer.status >= 300) return observe(answer, { 'differing-statuses': 'equal' });
    const { ax_order_status, channel_order_status } = statusesOf(answer.json);
    if (ax_order_status === channel_order_status)
      return observe(answer, { 'differing-statuses': 'one-governs' });
    const [first, ...others] = check.unmet(answer, orderCode, body, reading);
    if (first !== undefined) return failed(join(what, first), ...others);
    return observe(answer, { 'differing-statuses': 'independent' });
  });
}
