import { contract, OTHER_CODE } from '../call.ts';
import {
  CODE_ECHO,
  isDocumented,
  ORDER,
  REFUSALS,
  RIGHT,
  responseWith,
  STATUS_ECHOES,
  SUCCESS,
} from '../documented.ts';
import type { Event } from './model.ts';

const DETAIL = '{"detail":"이유"}';
/** Longer than the time limit of a call. */
const LATER = '3600';
const { cancels } = contract;

type Given = Pick<Event, 'tells' | 'cancels'> & Partial<Pick<Event, 'asksBack' | 'isVariant'>>;

/** A response that arrives whole. */
function respond(name: string, status: number, body: string, given: Given, headers = {}): Event {
  const isEmpty = [204, 205, 304].includes(status);
  return {
    ...given,
    name: `${name} (the order ${given.cancels ? 'was cancelled' : 'is as it was'})`,
    arrives: true,
    happen: async () => new Response(isEmpty ? null : body, { status, headers }),
  };
}

/** The two cases of a response that does not tell whether the order was cancelled. */
function either(
  name: string,
  status: number,
  body: string,
  more: Partial<Given> = {},
  headers = {},
): Event[] {
  return [false, true].map((cancels) =>
    respond(name, status, body, { tells: 'unknown', ...more, cancels }, headers),
  );
}

const another = responseWith({ ...ORDER, [CODE_ECHO]: OTHER_CODE });
const uncancelled = responseWith({ ...ORDER, [STATUS_ECHOES[0] ?? '']: `not ${cancels[0]}` });
const successes: Event[] = [
  respond('success that repeats the request', SUCCESS, RIGHT, { tells: 'cancelled', cancels: true }),
  ...either('success with another order', SUCCESS, another),
  ...either('success with another status', SUCCESS, uncancelled),
  ...either('success with HTML', SUCCESS, '<h1>Welcome</h1>'),
  ...either('success with nothing', SUCCESS, ''),
  ...either('success of more than 1 MiB', SUCCESS, 'x'.repeat(2 ** 20 + 1)),
];

/** Each refusal that the contract documents, in its JSON and in the single quotes of the page, and as a proxy may spoil it. */
const refusals: Event[] = REFUSALS.flatMap(({ status, body }) => {
  const refused = { tells: status < 500 ? ('rejected' as const) : ('unknown' as const), cancels: false };
  return [
    respond(`documented ${status}`, status, JSON.stringify(body), refused),
    respond(
      `documented ${status} in single quotes`,
      status,
      JSON.stringify(body).replaceAll('"', "'"),
      refused,
    ),
    ...either(`${status} with HTML`, status, '<h1>Proxy</h1>'),
  ];
});

/** Statuses that say that the request was turned away. */
const turnedAway: Event[] = [401, 405, 415, 429]
  .filter((status) => !isDocumented(status))
  .map((status) => respond(`${status}`, status, DETAIL, { tells: 'rejected', cancels: false }));

/** One status of each class, and other statuses with a meaning of their own. */
const CLASSES = [202, 307, 409, 500, 503];
const OTHERS = [201, 204, 304, 402, 408, 410, 413, 421, 422, 425, 501, 502, 504];
const undocumented: Event[] = [...CLASSES, ...OTHERS]
  .filter((status) => !isDocumented(status))
  .flatMap((status) => {
    const more = OTHERS.includes(status) ? ({ isVariant: true } as const) : {};
    const later = either(`${status} with Retry-After`, status, DETAIL, more, { 'retry-after': '0' });
    // After 503 the client comes back.
    return [...either(`${status}`, status, DETAIL, more), ...(status === 503 ? [] : later)];
  });

const back = { asksBack: true } as const;
const comeBack: Event[] = ['1', '0', 'Wed, 21 Oct 2015 07:28:00 GMT'].flatMap((when, index) => {
  const headers = { 'retry-after': when };
  const more = index > 0 ? ({ ...back, isVariant: true } as const) : back;
  return [
    respond(`429, back after ${when}`, 429, DETAIL, { ...more, tells: 'rejected', cancels: false }, headers),
    ...either(`503, back after ${when}`, 503, DETAIL, more, headers),
  ];
});
const tooLate: Event[] = [
  respond('429, back too late', 429, DETAIL, { tells: 'rejected', cancels: false }, { 'retry-after': LATER }),
  ...either('503, back too late', 503, DETAIL, {}, { 'retry-after': LATER }),
];

/** Every kind of response that arrives whole. */
export const RESPONSES: readonly Event[] = [
  ...successes,
  ...refusals,
  ...turnedAway,
  ...undocumented,
  ...comeBack,
  ...tooLate,
];
