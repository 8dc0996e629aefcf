import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { answering, failed, join, mustBe, observe, passed, show } from '../verdicts.ts';
import { type Change, cancelRequest } from './requests.ts';

const NOT_FOUND = bilingual('404 with a JSON detail', 'JSON detail 을 담은 404');
const NEITHER = bilingual('neither a success nor a crash', '성공도 서버 오류도 아닌 응답');

/** Codes that no order has, and that test how the server takes a path apart. All but the first are the suite's own. */
const ODD_CODES: { id: string; what: Bilingual; rawCode: string }[] = [
  {
    id: 'very-long',
    what: bilingual('a code of 2,000 characters', '2,000 자의 코드'),
    rawCode: 'a'.repeat(2000),
  },
  { id: 'hangul', what: bilingual('a code in Hangul', '한글 코드'), rawCode: encodeURIComponent('주문') },
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
  { id: 'parent-path', what: bilingual('".." in the path', '경로의 ".."'), rawCode: '../tour/x' },
  { id: 'nul', what: bilingual('a NUL character (%00)', 'NUL 문자(%00)'), rawCode: 'a%00b' },
  {
    id: 'not-utf',
    what: bilingual('bytes that are no UTF-8 (%FF)', 'UTF-8 이 아닌 바이트(%FF)'),
    rawCode: 'a%FFb',
  },
  { id: 'quote', what: bilingual('a quote (%27)', '따옴표(%27)'), rawCode: '%27%20OR%20%271%27%3D%271' },
  { id: 'space', what: bilingual('a space (%20)', '공백(%20)'), rawCode: '%20' },
  { id: 'empty', what: bilingual('no code at all', '코드 없음'), rawCode: '' },
];

/** The path (the page, 2.1 Request, Endpoint) and the `404` for an order code that is not valid (2.4 Error Spec). */
export function orderCodeCases(): Case[] {
  return [
    {
      id: 'order.unknown',
      title: bilingual(
        'A code that no order has is answered with 404',
        '어느 주문에도 없는 코드에는 404 로 응답한다',
      ),
      expects: NOT_FOUND,
      needs: 'key',
      async run(context) {
        const answer = await context.send(cancelRequest(context));
        const verdict = mustBe(
          context.check,
          answer,
          404,
          bilingual('a made-up order code', '없는 주문 코드'),
        );
        return answering(verdict, {
          'channel-code': answer.status === 403 ? 'header-needed' : 'key-only',
          ...(verdict.outcome === 'passed'
            ? { 'order-code-in-404': 'same-code', 'error-body-quotes': 'json', charset: 'utf-8' }
            : singleQuotes(answer)),
        });
      },
    },
    {
      id: 'order.malformed',
      title: bilingual(
        'What the server does with a code that is no UUID',
        'UUID 가 아닌 코드에 대한 서버의 동작',
      ),
      expects: bilingual('404 with a JSON detail (inferred)', 'JSON detail 을 담은 404 (추정)'),
      needs: 'key',
      async run(context) {
        const answer = await context.send(cancelRequest(context, { orderCode: 'not-a-uuid' }), {
          html: true,
        });
        if (answer.status < 300) return accepted(bilingual('"not-a-uuid"', '"not-a-uuid"'), answer);
        const opaque = context.check.problems(answer, 404).length === 0;
        return opaque
          ? answering(passed(), { 'order-code-format': 'opaque' })
          : observe(answer, { 'order-code-format': 'uuid' });
      },
    },
    ...ODD_CODES.map(
      ({ id, what, rawCode }): Case => ({
        id: `order.${id}`,
        title: bilingual(`${capitalized(what.en)} in the path does no harm`, `경로의 ${what.ko}: 해가 없다`),
        expects: NEITHER,
        needs: 'key',
        async run(context) {
          const answer = await context.send(cancelRequest(context, { rawCode }), {
            html: true,
            redirect: true,
          });
          if (answer.status < 300) return accepted(what, answer);
          return context.check.problems(answer, 404).length === 0 ? passed() : observe(answer);
        },
      }),
    ),
    {
      id: 'order.trailing-slash',
      title: bilingual(
        'What the server does with a slash at the end of the path',
        '경로 끝의 슬래시에 대한 서버의 동작',
      ),
      expects: NEITHER,
      needs: 'key',
      async run(context) {
        const allowance = { html: true, redirect: true };
        const answer = await context.send(cancelRequest(context, { suffix: '/' }), allowance);
        const what = bilingual('a made-up code with a slash after it', '없는 코드와 슬래시');
        if (answer.status < 300) return accepted(what, answer);
        const known = context.check.problems(answer, 404).length === 0;
        return observe(answer, { 'trailing-slash': known ? 'either' : 'without' });
      },
    },
    ...OTHER_PATHS.map(
      ({ id, what, bendPath }): Case => ({
        id: `order.${id}`,
        title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
        expects: NEITHER,
        needs: 'key',
        async run(context) {
          const allowance = { html: true, redirect: true };
          const answer = await context.send(cancelRequest(context, { bendPath }), allowance);
          return answer.status < 300 ? accepted(what, answer) : observe(answer);
        },
      }),
    ),
    ...BENT_CODES.map(bentCase),
  ];
}

/** Ways to write the path in which some servers find the same route. */
const OTHER_PATHS: { id: string; what: Bilingual; bendPath(path: string): string }[] = [
  {
    id: 'path-case',
    what: bilingual('a path in capital letters', '대문자로 쓴 경로'),
    bendPath: (path) => path.toUpperCase(),
  },
  {
    id: 'double-slash',
    what: bilingual('a double slash in the path', '경로의 이중 슬래시'),
    bendPath: (path) => path.replace(/\/(?=[^/]*$)/, '//'),
  },
  {
    id: 'without-version',
    what: bilingual('a path without /v1', '/v1 이 없는 경로'),
    bendPath: (path) => path.replace(/^\/v\d+/, ''),
  },
];

/** Changes of a real order's code, after which no order has it. */
const BENT_CODES: { id: string; what: Bilingual; bend(code: string): string }[] = [
  {
    id: 'cut-at-end',
    what: bilingual("an order's code without its last character", '마지막 글자가 잘린 주문 코드'),
    bend: (code) => encodeURIComponent(code.slice(0, -1)),
  },
  {
    id: 'cut-at-start',
    what: bilingual("an order's code without its first character", '첫 글자가 잘린 주문 코드'),
    bend: (code) => encodeURIComponent(code.slice(1)),
  },
  {
    id: 'extended',
    what: bilingual("an order's code with a character after it", '뒤에 글자가 붙은 주문 코드'),
    bend: (code) => `${encodeURIComponent(code)}0`,
  },
  {
    id: 'padded',
    what: bilingual("an order's code with a space after it", '뒤에 공백이 붙은 주문 코드'),
    bend: (code) => `${encodeURIComponent(code)}%20`,
  },
  {
    id: 'extra-segment',
    what: bilingual("an order's code with a further segment after it", '뒤에 경로가 더 붙은 주문 코드'),
    bend: (code) => `${encodeURIComponent(code)}/x`,
  },
];

/** Shorter codes may be numbers in a row, where a code that lacks a character is another order's. */
const MIN_CODE_LENGTH = 16;

function bentCase({ id, what, bend }: (typeof BENT_CODES)[number]): Case {
  return {
    id: `order.${id}`,
    title: bilingual(`${capitalized(what.en)} is not that order`, `${what.ko}: 그 주문이 아니다`),
    expects: bilingual('404, and nothing changed', '404, 변경 없음'),
    needs: 'live-order',
    async run(context) {
      const { orderCode, hasOrder } = context;
      if (!hasOrder || orderCode.length < MIN_CODE_LENGTH) {
        return {
          outcome: 'observed',
          remarks: [
            bilingual(
              `not asked: it needs an order whose code has at least ${MIN_CODE_LENGTH} characters`,
              `확인하지 않음: 코드가 ${MIN_CODE_LENGTH} 자 이상인 주문이 필요합니다`,
            ),
          ],
        };
      }
      const answer = await context.send(cancelRequest(context, { rawCode: bend(orderCode) }), {
        html: true,
        redirect: true,
      });
      if (answer.status < 300) return accepted(what, answer);
      return context.check.problems(answer, 404).length === 0 ? passed() : observe(answer);
    },
  };
}

/** Another channel's order, which must stay as it is: the ledger asks whether with 403 or 404. */
export function foreignOrderCase(): Case {
  const what = bilingual("another channel's order", '다른 채널의 주문');
  return {
    id: 'order.foreign',
    title: bilingual("Another channel's order cannot be cancelled", '다른 채널의 주문은 취소할 수 없다'),
    expects: bilingual('403 or 404 with a JSON detail', 'JSON detail 을 담은 403 또는 404'),
    needs: 'foreign-order',
    async run(context) {
      const answer = await context.send(cancelRequest(context));
      if (answer.status < 300) return accepted(what, answer);
      if (answer.status !== 403 && answer.status !== 404) return observe(answer);
      const verdict = mustBe(context.check, answer, answer.status, what);
      if (verdict.outcome === 'failed' || answer.status === 403) {
        return answering(verdict, {
          'other-channels-order': answer.status === 403 ? 'forbidden' : 'not-found',
        });
      }
      return observe(answer, { 'other-channels-order': 'not-found' });
    },
  };
}

/** The same request with a capital code: the order that is cancelled shows whether the server takes it for the same. */
export function upperCaseCase(): Case {
  return {
    id: 'order.upper-case',
    title: bilingual(
      "What the server does with an order's code in capital letters",
      '대문자로 쓴 주문 코드에 대한 서버의 동작',
    ),
    expects: NEITHER,
    needs: 'cancelled-order',
    async run(context) {
      const change: Change = { orderCode: context.orderCode.toUpperCase(), body: context.established?.body };
      return observe(await context.send(cancelRequest(context, change), { html: true }));
    },
  };
}

function accepted(what: Bilingual, answer: Answer) {
  return failed(
    join(what, bilingual(`it was accepted: ${show(answer)}`, `받아들여졌습니다: ${show(answer)}`)),
  );
}

function singleQuotes({ text }: Answer): Record<string, string> {
  return /^\s*\{\s*'/.test(text) ? { 'error-body-quotes': 'single-quotes' } : {};
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
