import { ledger, readings } from './judge.ts';
import type { Server } from './variant.ts';

/**
 * The plain reading of each question with a reading that changes the contract. The hand-written servers follow these. A
 * server works in every reading if it takes its names from the contract; any other lists the questions in `speaks`.
 */
export const PLAIN_READINGS: Readonly<Record<string, string>> = {
  'body-field-names': 'table-names',
  'order-code-in-path': 'ax-code',
  'response-envelope': 'bare',
  'channel-code': 'key-only',
  'new-status': 'accepted',
  'unavoidable-cancel': 'allowed',
  'superseded-version': 'version-53',
  'invalid-request-answer': 'detail-or-fields',
  'missing-key-status': 'forbidden',
  'order-code-format': 'opaque',
  'response-statuses': 'open',
  'comment-form': 'any-text',
  'required-legend': 'o-required',
  'required-in-patch': 'enforced',
  'response-fields-always': 'always',
  'trailing-slash': 'without',
  synchronous: 'done',
};

/**
 * Says why a server cannot be tried: a question in its `speaks` is settled with another reading, or its `question` is settled.
 *
 * @returns an empty string if the server can be tried
 */
export function whySkipped({ speaks = [], question = '' }: Pick<Server, 'speaks' | 'question'>): string {
  const taken = new Map(ledger.questions.map((one) => [one.id, one.taken]));
  const otherwise = speaks.filter((id) => taken.get(id) !== PLAIN_READINGS[id]);
  if (otherwise.length > 0) {
    const spoken = otherwise.map((id) => `${id}=${PLAIN_READINGS[id]}`).join(', ');
    return ` (skipped: this server needs ${spoken}, but ${otherwise.map((id) => taken.get(id)).join(', ')} is settled)`;
  }
  const isSought = readings.all.some((one) => one.question === question);
  return question in PLAIN_READINGS && !isSought
    ? ` (skipped: ${question} is settled, so a run does not look for other readings)`
    : '';
}
