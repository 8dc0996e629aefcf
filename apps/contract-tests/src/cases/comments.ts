import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { type Body, type BodyContext, exampleBody, otherExample, textField, withText } from './bodies.ts';
import { cancelling } from './success.ts';

/** More than a person writes, in characters. The page names no limit; where the contract has one, that counts. */
const LONGEST = 5000;

/** What a comment may hold (the page, 2.2 Body Parameter, row comment, Type: a string and no more). */
const TEXTS: { id: string; what: Bilingual; text: string }[] = [
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
];

export const TOGETHER = bilingual('a comment of all these kinds', '이 모든 것을 담은 코멘트');

/**
 * The texts above and a long one. They are sent together first, in one text and with the other kind of cancel: where that
 * cancels the order, each of them is proven at the cost of one order. Where it does not, each is sent by itself. What the
 * contract does not allow is not sent.
 */
export function commentCases(contract: Contract): Case[] {
  const name = textField(contract)?.name;
  if (name === undefined) return [];
  const limit = longest(contract).toLocaleString('en-US');
  const long = bilingual(`a comment of ${limit} characters`, `${limit}자의 코멘트`);
  return [
    ...cancelling(
      contract,
      {
        id: `cancel.${name}.together`,
        title: bilingual(
          'The other kind of cancel takes all the comments below in one',
          '다른 종류의 취소: 아래의 모든 것을 담은 코멘트',
        ),
        role: 'texts-together',
      },
      TOGETHER,
      combinedBody,
    ),
    ...[...TEXTS, { id: 'long', what: long, text: '' }].flatMap(({ id, what, text }) =>
      cancelling(
        contract,
        {
          id: `cancel.${name}.${id}`,
          title: bilingual(`A cancel takes ${what.en}`, `취소: ${what.ko}`),
          role: 'text',
        },
        what,
        (context) =>
          id === 'long'
            ? withText(contract, exampleBody(contract), filled(context, ''))
            : withTagged(context, text),
      ),
    ),
  ];
}

/** All the texts of {@link commentCases} in one, as long as the longest; undefined where they do not fit. */
export function combinedBody(context: BodyContext): Body | undefined {
  const { contract } = context;
  const body = otherExample(contract) ?? exampleBody(contract);
  const text = filled(context, TEXTS.map((one) => one.text).join(' '));
  return [...text].length > longest(contract) ? undefined : withText(contract, body, text);
}

/** The shortest text. */
export function shortCommentCases(contract: Contract): Case[] {
  return cancelling(
    contract,
    {
      id: `cancel.${textField(contract)?.name}.one-character`,
      title: bilingual('A cancel takes a comment of one character', '취소: 한 글자 코멘트'),
    },
    bilingual('a comment of one character', '한 글자 코멘트'),
    () => withText(contract, exampleBody(contract), '.'),
  );
}

/** The example with a text after the run's id, or without that where both together are too long. */
function withTagged({ contract, runId }: BodyContext, text: string): Body | undefined {
  const body = exampleBody(contract);
  return withText(contract, body, `[${runId}] ${text}`) ?? withText(contract, body, text);
}

/** The run's id and a text, filled up to the longest. */
function filled({ contract, runId }: BodyContext, text: string): string {
  const limit = longest(contract);
  const begun = `[${runId}] ${text}${text === '' ? '' : ' '}`;
  const beginning = text === '' ? [...begun].slice(0, limit).join('') : begun;
  return beginning + '가'.repeat(Math.max(0, limit - [...beginning].length));
}

/** The most characters that a text may have here. JSON Schema counts code points. */
function longest(contract: Contract): number {
  return Math.min(LONGEST, textField(contract)?.schema.maxLength ?? LONGEST);
}
