import type { Behaviour } from '../behaviour.ts';
import { CONFORMING } from '../conforming.ts';
import { sendWhole } from '../server.ts';
import { broken, crashing, refusing, type Variant } from '../variant.ts';
import { CANCEL, FIRST, OTHER_CANCEL, SECOND, STATUS_FIELDS, SUCCESS } from '../words.ts';

/** The cases that send Traveler cancel. */
const TRAVELER = /^(cancel\.(comment\.|without-comment|parallel)|reading\.)/;

/** Servers that refuse a valid cancel, or do not carry it out. */
export const validCancelVariants: Variant[] = [
  {
    does: `refuses ${CANCEL}`,
    speaks: ['unavoidable-cancel'],
    fails: FIRST,
    also: TRAVELER,
    change: refusing(STATUS_FIELDS[0] ?? '', ({ ax_status }) => ax_status === CANCEL),
  },
  {
    does: 'refuses Unavoidable cancel',
    speaks: ['unavoidable-cancel'],
    fails: SECOND,
    also: /^cancel\.comment\.together$/,
    answers: { 'unavoidable-cancel': 'not-for-channels' },
    change: refusing(STATUS_FIELDS[0] ?? '', ({ ax_status }) => ax_status === OTHER_CANCEL),
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
        SECOND,
        (comment) => comment === undefined,
        /^(cancel\.(other-kind|new|mixed|reopen|without-comment)|body\.\w+\.left-out)$/,
        ['required-legend', 'unavoidable-cancel', 'required-in-patch'],
      ],
    ] as [string, string, (comment: string | undefined) => boolean, RegExp, string[]?][]
  ).flatMap(([what, fails, matches, also, speaks = ['required-legend']]): Variant[] => [
    {
      does: `refuses a cancel with ${what}`,
      speaks,
      fails,
      also,
      change: refusing('comment', ({ comment }) => matches(comment)),
    },
    {
      does: `crashes on a cancel with ${what}`,
      speaks,
      fails,
      also,
      change: crashing(({ comment }) => matches(comment)),
    },
  ]),
  {
    does: 'crashes on a comment of more than 255 characters',
    speaks: ['required-legend'],
    fails: 'cancel.comment.long',
    change: crashing(({ comment = '' }) => comment.length > 255),
  },
  {
    does: 'refuses a cancel without a `reason` field',
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
                [STATUS_FIELDS.at(-1) ?? '']: [
                  `"${result.fields.channel_status}"이 유효하지 않은 선택(choice)입니다.`,
                ],
              },
            }
          : result;
      },
    },
  },
  {
    does: "requires a comment for a traveler's cancel",
    speaks: ['required-legend'],
    fails: 'cancel.without-comment',
    change: refusing(
      'comment',
      ({ ax_status, channel_status, comment }) =>
        ax_status === 'Traveler cancel' && channel_status === ax_status && comment === undefined,
    ),
  },
  {
    does: 'swaps the two statuses',
    speaks: ['superseded-version', 'unavoidable-cancel'],
    fails: 'cancel.mixed',
    change: {
      apply: (order, { ax_status, channel_status, comment }) =>
        CONFORMING.apply(order, { ax_status: channel_status, channel_status: ax_status, comment }),
    },
  },
  broken('does not cancel and responds with 200 and the unchanged order', { apply: () => {} }),
  {
    does: 'cancels an order twice if two cancels arrive together',
    fails: 'cancel.parallel',
    ...slowToStore(),
  },
];

/** Requires a field that the contract does not have. */
function requiring(name: string): Partial<Behaviour> {
  return {
    validate: (body) =>
      typeof body === 'object' && body !== null && name in body
        ? CONFORMING.validate(body)
        : { errors: { [name]: ['이 필드는 필수 항목입니다.'] } },
  };
}

/** Checks the order, stores the cancel some milliseconds later, and then responds. */
function slowToStore(): Pick<Variant, 'change' | 'send'> {
  return {
    change: {
      apply: (order, fields) => void setTimeout(() => CONFORMING.apply(order, fields), 10),
      success(order, fields) {
        const stored = { ...order };
        CONFORMING.apply(stored, fields);
        return CONFORMING.success(stored, fields);
      },
    },
    send: (response, bytes, reply, request) =>
      void setTimeout(sendWhole, reply.status === SUCCESS ? 15 : 0, response, bytes, reply, request),
  };
}
