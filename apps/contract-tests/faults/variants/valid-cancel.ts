import { type Behaviour, CONFORMING } from '../behaviour.ts';
import { sendWhole } from '../server.ts';
import { broken, crashing, FIRST, refusing, type Variant } from '../variant.ts';

/** The cases that cancel by Traveler cancel. */
const TRAVELER = /^(cancel\.(comment\.|without-comment|parallel)|reading\.)/;

const NO_FIELDS = { ax_status: '', channel_status: '', comment: undefined };

/** What of a valid request a server refuses, or does not carry out. */
export const validCancelVariants: Variant[] = [
  {
    does: 'refuses Traveler cancel',
    fails: FIRST,
    also: TRAVELER,
    change: refusing('ax_status', ({ ax_status }) => ax_status === 'Traveler cancel'),
  },
  {
    does: 'refuses Unavoidable cancel',
    fails: 'cancel.unavoidableCancel',
    also: /^cancel\.comment\.together$/,
    answers: { 'unavoidable-cancel': 'not-for-channels' },
    change: refusing('ax_status', ({ ax_status }) => ax_status === 'Unavoidable cancel'),
  },
  ...(
    [
      ['Hangul', FIRST, (comment) => /[가-힣]/.test(comment ?? ''), /^cancel\.comment\./],
      ['emoji', 'cancel.comment.emoji', (comment) => /\p{Emoji_Presentation}/u.test(comment ?? ''), /^$/],
      ['line breaks', 'cancel.comment.line-breaks', (comment) => /\n/.test(comment ?? ''), /^$/],
      ['quotes', 'cancel.comment.quotes', (comment) => /"/.test(comment ?? ''), /^$/],
      ['angle brackets', 'cancel.comment.quotes', (comment) => /</.test(comment ?? ''), /^$/],
      [
        'a single character',
        'cancel.comment.one-character',
        (comment) => comment?.length === 1,
        /^cancel\.parallel$/,
      ],
      [
        'no comment',
        'cancel.unavoidableCancel',
        (comment) => comment === undefined,
        /^cancel\.(other-kind|new|mixed|reopen|without-comment)$/,
      ],
    ] as [string, string, (comment: string | undefined) => boolean, RegExp][]
  ).flatMap(([what, fails, matches, also]): Variant[] => [
    {
      does: `refuses a cancel with ${what}`,
      fails,
      also,
      change: refusing('comment', ({ comment }) => matches(comment)),
    },
    {
      does: `crashes on a cancel with ${what}`,
      fails,
      also,
      change: crashing(({ comment }) => matches(comment)),
    },
  ]),
  {
    does: 'crashes on a cancel with more than 255 characters',
    fails: 'cancel.comment.long',
    change: crashing(({ comment = '' }) => comment.length > 255),
  },
  {
    does: 'refuses what has no reason',
    fails: FIRST,
    change: requiring('reason'),
  },
  {
    does: 'calls every status invalid',
    fails: FIRST,
    change: {
      validate(body) {
        const result = CONFORMING.validate(body);
        return 'fields' in result
          ? {
              errors: {
                channel_status: [`"${result.fields.channel_status}"이 유효하지 않은 선택(choice)입니다.`],
              },
            }
          : result;
      },
    },
  },
  {
    does: 'lets a valid key in, but not to its orders',
    fails: FIRST,
    change: {
      authorize: CONFORMING.authorize,
      find: (code, orders) => {
        const order = orders.get(code);
        return order && { ...order, own: false };
      },
    },
  },
  {
    does: "wants a comment with a traveler's cancel",
    fails: 'cancel.without-comment',
    change: refusing(
      'comment',
      ({ ax_status, channel_status, comment }) =>
        ax_status === 'Traveler cancel' && channel_status === ax_status && comment === undefined,
    ),
  },
  {
    does: 'sets each status to the other',
    fails: 'cancel.mixed',
    change: {
      apply(order, { ax_status, channel_status }) {
        order.axStatus = channel_status;
        order.channelStatus = ax_status;
      },
    },
  },
  broken('does nothing and says so with 200', { apply: () => {} }),
  {
    does: 'cancels an order twice where both cancels come together',
    fails: 'cancel.parallel',
    ...slowToStore(),
  },
];

/** Demands a field that the contract does not have. */
function requiring(name: string): Partial<Behaviour> {
  return {
    validate: (body) =>
      typeof body === 'object' && body !== null && name in body
        ? CONFORMING.validate(body)
        : { errors: { [name]: ['이 필드는 필수 항목입니다.'] } },
  };
}

/** Stores a cancel some milliseconds after it has looked at the order, and responds when it is stored. */
function slowToStore(): Pick<Variant, 'change' | 'send'> {
  return {
    change: {
      apply: (order, fields) => void setTimeout(() => CONFORMING.apply(order, fields), 10),
      success: (order, { ax_status, channel_status }) =>
        CONFORMING.success({ ...order, axStatus: ax_status, channelStatus: channel_status }, NO_FIELDS),
    },
    send: (response, bytes, reply, request) =>
      void setTimeout(sendWhole, reply.status === 200 ? 15 : 0, response, bytes, reply, request),
  };
}
