import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext } from '../case.ts';
import { type Body, otherExample, taggedBody } from './requests.ts';
import { burning } from './success.ts';

/** More than a person writes, in characters. The page names no limit. */
const LONGEST = 5000;

/** What a comment may hold (the page, 2.2 Body Parameter, row comment, Type: a string and no more). */
const COMMENTS: { id: string; what: Bilingual; text: string }[] = [
  { id: 'emoji', what: bilingual('a comment with emoji', '이모지가 든 코멘트'), text: '취소 😢👨‍👩‍👧' },
  {
    id: 'line-breaks',
    what: bilingual('a comment with line breaks and a tab', '줄바꿈과 탭이 든 코멘트'),
    text: '한 줄\n두 줄\r\n\t세 줄',
  },
  {
    id: 'quotes',
    what: bilingual(
      'a comment with quotes, backslashes and angle brackets',
      '따옴표, 역슬래시, 꺾쇠가 든 코멘트',
    ),
    text: `"'\`\\ <b>&amp;</b> %s {0} ; -- 100%`,
  },
  {
    id: 'long',
    what: bilingual('a comment of 5,000 characters', '5,000자의 코멘트'),
    text: '가'.repeat(LONGEST),
  },
];

/**
 * The comments above. They are sent together first, in one comment and with the other kind of cancel: where that cancels
 * the order, each of them is proven at the cost of one order. Where it does not, each is sent by itself.
 */
export function commentCases(): Case[] {
  return [
    burning(
      'comment.together',
      bilingual(
        'The other kind of cancel takes all the comments below in one',
        '다른 종류의 취소: 아래의 모든 것을 담은 코멘트',
      ),
      TOGETHER,
      combinedBody,
    ),
    ...COMMENTS.map(({ id, what, text }) =>
      burning(
        `comment.${id}`,
        bilingual(`A cancel takes ${what.en}`, `취소: ${what.ko}`),
        what,
        (context) => ({
          ...taggedBody(context),
          comment: `[${context.runId}] ${text}`.slice(0, LONGEST),
        }),
      ),
    ),
  ];
}

export const TOGETHER = bilingual('a comment of all these kinds', '이 모든 것을 담은 코멘트');

/** All the comments of {@link commentCases} in one, as long as the longest. */
export function combinedBody(context: CaseContext): Body {
  const others = COMMENTS.filter(({ id }) => id !== 'long').map(({ text }) => text);
  const beginning = `[${context.runId}] ${others.join(' ')} `;
  return { ...otherExample(context.contract), comment: beginning.padEnd(LONGEST, '가') };
}

/** The shortest comment. */
export function shortCommentCases(): Case[] {
  return [
    burning(
      'comment.one-character',
      bilingual('A cancel takes a comment of one character', '취소: 한 글자 코멘트'),
      bilingual('a comment of one character', '한 글자 코멘트'),
      (context) => ({ ...taggedBody(context), comment: '.' }),
    ),
  ];
}
