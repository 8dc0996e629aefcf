import { type Contract, uncancelledStatus } from '@ax-cloud/contract/contract';
import { bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { statusesIn } from '../order-fields.ts';
import { allowsBody } from '../schema-check.ts';
import { failed, join, observe } from '../verdicts.ts';
import {
  type Body,
  bareExample,
  exampleBody,
  otherKind,
  statusFields,
  taggedBody,
  textField,
  withStatus,
} from './bodies.ts';
import { refused } from './refused-body.ts';
import { writtenDown } from './written-down.ts';

const open = writtenDown('may-cancel');

/** A field that the contract does not have. */
export function extraField({ request }: Contract): Body {
  const taken = request.fields.map(({ name }) => name);
  return { [taken.includes('reason') ? `x_${taken.join('_')}` : 'reason']: 'unknown' };
}

/** What the contract leaves open about an order in its first state. The server may or may not cancel it. */
export function openCases(contract: Contract): Case[] {
  return [
    ...uncancelledCases(contract),
    ...textCases(contract),
    ...leftOutCases(contract),
    ...extraFieldCases(contract),
    ...mixedCases(contract),
  ];
}

/** A status that the contract lists and that is not a cancel. */
function uncancelledCases(contract: Contract): Case[] {
  const status = uncancelledStatus(contract);
  if (status === '') return [];
  return [
    open(
      'cancel.new',
      bilingual(`${status} in every status`, `모든 상태에 ${status}`),
      () => withStatus(contract, bareExample(contract), status),
      (response) => observe(response, { 'new-status': response.status < 300 ? 'accepted' : 'refused' }),
      'no-cancel',
    ),
  ];
}

function textCases(contract: Contract): Case[] {
  const name = textField(contract)?.name;
  if (name === undefined) return [];
  // Where the contract allows null, that is what the question has left; an empty text is one more.
  const nullable = allowsBody(contract, { ...exampleBody(contract), [name]: null });
  return [
    ...(nullable
      ? [
          open(
            `body.${name}.null`,
            bilingual('a comment that is null', 'null인 코멘트'),
            (context) => ({ ...taggedBody(context), [name]: null }),
            (response) => observe(response, response.status < 300 ? { 'comment-form': 'nullable' } : {}),
          ),
        ]
      : []),
    open(
      `body.${name}.empty`,
      bilingual('an empty comment', '빈 코멘트'),
      (context) => ({ ...taggedBody(context), [name]: '' }),
      (response) => {
        const answer = response.status < 300 ? 'any-text' : 'non-empty';
        return observe(response, nullable ? {} : { 'comment-form': answer });
      },
    ),
    open(`body.${name}.type.number`, bilingual('a comment that is a number', '숫자인 코멘트'), (context) => ({
      ...taggedBody(context),
      [name]: 12345,
    })),
  ];
}

/** A status that the contract lets a caller leave out, where there is another one. */
function leftOutCases(contract: Contract): Case[] {
  const [first, ...others] = statusFields(contract);
  if (first === undefined || first.required || others.length === 0) return [];
  const without = (body: object) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => name !== first.name));
  return [
    open(
      `body.${first.name}.left-out`,
      bilingual(`a body without ${first.name}`, `${first.name} 이(가) 없는 본문`),
      (context) => without(taggedBody(context)),
      (response) =>
        observe(response, { 'required-in-patch': response.status < 300 ? 'partial' : 'enforced' }),
    ),
  ];
}

/** A field that an open object does not have may be ignored; a closed object forbids it. */
function extraFieldCases(contract: Contract): Case[] {
  const extra = extraField(contract);
  const what = bilingual('a field that the contract does not have', '명세에 없는 필드');
  if (allowsBody(contract, { ...exampleBody(contract), ...extra })) {
    return [
      open(
        'body.extra-field',
        what,
        (context) => ({ ...taggedBody(context), ...extra }),
        undefined,
        'extra-field',
      ),
    ];
  }
  const body = bilingual(`A body with ${what.en}`, `${what.ko}가 있는 본문`);
  return refused(contract, 'extra-field', body, (context) => ({
    body: { ...taggedBody(context), ...extra },
  }));
}

/**
 * Two statuses that differ: the one request that tells the fields apart. The server may refuse it, or let one of them
 * govern; what it sets each by itself must stand where it was sent.
 */
function mixedCases(contract: Contract): Case[] {
  const [first, ...others] = statusFields(contract);
  const [one, other] = [exampleBody(contract), otherKind(contract)];
  if (first === undefined || other === undefined || others.length === 0) return [];
  const statuses = { [first.name]: one[first.name] };
  for (const { name } of others) statuses[name] = other[name];
  const body = { ...bareExample(contract), ...statuses };
  const what = bilingual('two different statuses', '서로 다른 두 상태');
  return [
    open(
      'cancel.mixed',
      what,
      () => body,
      (response, { check, orderCode, reading }) => {
        if (response.status >= 300) return observe(response, { 'differing-statuses': 'equal' });
        if (new Set(statusesIn(contract, response.json)).size < 2)
          return observe(response, { 'differing-statuses': 'one-governs' });
        const [problem, ...further] = check.unmet(response, orderCode, body, reading);
        if (problem !== undefined) return failed(join(what, problem), ...further);
        return observe(response, { 'differing-statuses': 'independent' });
      },
    ),
  ];
}
