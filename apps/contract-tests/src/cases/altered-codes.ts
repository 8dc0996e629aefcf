import { type Bilingual, bilingual } from '../bilingual.ts';

/** Stands for the segment of the contract's path before the order code. */
export const PARENT = '{parent}';

/** Codes that no order has, and that test how the server takes a path apart. */
export const UNUSUAL_CODES: { id: string; what: Bilingual; rawCode: string }[] = [
  {
    id: 'very-long',
    what: bilingual('a code of 2,000 characters', '2,000자의 코드'),
    rawCode: 'a'.repeat(2000),
  },
  {
    id: 'hangul',
    what: bilingual('a code in Hangul, with an emoji', '이모지가 든 한글 코드'),
    rawCode: encodeURIComponent('주문😀'),
  },
  {
    id: 'encoded-slash',
    what: bilingual('a code with a slash (%2F)', '슬래시(%2F)가 든 코드'),
    rawCode: 'a%2Fb',
  },
  {
    id: 'dot-segment',
    what: bilingual('a dot segment (%2E%2E)', '상위 경로 표시(%2E%2E)'),
    rawCode: '%2E%2E',
  },
  {
    id: 'parent-path',
    what: bilingual('two dots and a slash', '점 두 개와 슬래시'),
    rawCode: `../${PARENT}/x`,
  },
  { id: 'nul', what: bilingual('a NUL character (%00)', 'NUL 문자(%00)'), rawCode: 'a%00b' },
  {
    id: 'not-utf',
    what: bilingual('bytes that are not UTF-8 (%FF)', 'UTF-8이 아닌 바이트(%FF)'),
    rawCode: 'a%FFb',
  },
  { id: 'quote', what: bilingual('a quote (%27)', '따옴표(%27)'), rawCode: 'a%27b' },
  { id: 'space', what: bilingual('a space (%20)', '공백(%20)'), rawCode: '%20' },
  { id: 'empty', what: bilingual('no code at all', '코드 없음'), rawCode: '' },
];

/** Ways to write the path in which some servers find the same route. */
export const OTHER_PATHS: { id: string; what: Bilingual; alterPath(path: string): string }[] = [
  {
    id: 'path-case',
    what: bilingual('a path in capital letters', '대문자로 쓴 경로'),
    alterPath: (path) => path.toUpperCase(),
  },
  {
    id: 'double-slash',
    what: bilingual('a double slash in the path', '경로의 이중 슬래시'),
    alterPath: (path) => path.replace(/\/(?=[^/]*$)/, '//'),
  },
  {
    id: 'without-version',
    what: bilingual('a path without /v1', '/v1이 없는 경로'),
    alterPath: (path) => path.replace(/^\/v\d+/, ''),
  },
];

/** Changes of a real order's code, after which no order has it. */
export const ALTERED_CODES: { id: string; what: Bilingual; alter(code: string): string }[] = [
  {
    id: 'cut-at-end',
    what: bilingual("an order's code without its last character", '마지막 글자가 잘린 주문 코드'),
    alter: (code) => encodeURIComponent(code.slice(0, -1)),
  },
  {
    id: 'cut-at-start',
    what: bilingual("an order's code without its first character", '첫 글자가 잘린 주문 코드'),
    alter: (code) => encodeURIComponent(code.slice(1)),
  },
  {
    id: 'other-end',
    what: bilingual("an order's code with another last character", '마지막 글자만 다른 주문 코드'),
    alter: (code) => encodeURIComponent(code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')),
  },
  {
    id: 'other-start',
    what: bilingual("an order's code with another first character", '첫 글자만 다른 주문 코드'),
    alter: (code) => encodeURIComponent((code.startsWith('0') ? '1' : '0') + code.slice(1)),
  },
  {
    id: 'extended',
    what: bilingual("an order's code with a character after it", '뒤에 글자가 붙은 주문 코드'),
    alter: (code) => `${encodeURIComponent(code)}0`,
  },
  {
    id: 'padded',
    what: bilingual("an order's code with a space after it", '뒤에 공백이 붙은 주문 코드'),
    alter: (code) => `${encodeURIComponent(code)}%20`,
  },
  {
    id: 'padded-before',
    what: bilingual("an order's code with a space before it", '앞에 공백이 붙은 주문 코드'),
    alter: (code) => `%20${encodeURIComponent(code)}`,
  },
  {
    id: 'extra-segment',
    what: bilingual("an order's code with a further segment after it", '뒤에 경로가 더 붙은 주문 코드'),
    alter: (code) => `${encodeURIComponent(code)}/x`,
  },
];
