import type { Contract } from '@ax-cloud/contract/contract';
import { provokingCode, readOrderCodeForm } from '@ax-cloud/contract/order-code-form';
import { resolveSchema } from '@ax-cloud/contract/schema';
import { type Bilingual, bilingual, capitalized } from '../bilingual.ts';
import type { Case } from '../case.ts';
import type { HttpResponse } from '../exchange.ts';
import { refusalStatuses, speaksOfKey } from '../statuses.ts';
import { answering, failed, join, mustBe, observe, passed, show } from '../verdicts.ts';
import { ALTERED_CODES, OTHER_PATHS, PARENT, UNUSUAL_CODES } from './altered-codes.ts';
import { type Change, cancelRequest, fillPath } from './requests.ts';

const NEITHER = bilingual('neither a success nor a crash', '성공도 서버 오류도 아닌 응답');

/** A code of another form than the page's, where the contract shows none. */
const MALFORMED = 'not-a-uuid';

/** The path (the page, 2.1 Request, Endpoint) and the refusal of an order code that is not valid (2.4 Error Spec). */
export function orderCodeCases(contract: Contract): Case[] {
  const { order: status } = refusalStatuses(contract);
  const notFound = bilingual(`${status} with a JSON detail`, `JSON detail을 담은 ${status}`);
  const form = readOrderCodeForm(contract);
  const malformed = form === undefined ? MALFORMED : provokingCode(form.refusal);
  const path = fillPath(contract, '');
  return [
    {
      id: 'order.unknown',
      title: bilingual(
        `A code that no order has is refused with ${status}`,
        `어느 주문에도 없는 코드는 ${status}로 거부된다`,
      ),
      expects: notFound,
      needs: 'key',
      async run(context) {
        const response = await context.send(cancelRequest(context));
        const verdict = mustBe(
          context.check,
          response,
          status,
          bilingual('a made-up order code', '없는 주문 코드'),
        );
        return answering(verdict, {
          // A contract that has a header of its own sends it here; a case of its own leaves it out.
          ...(contract.headers.length === 0
            ? {
                'channel-code':
                  response.status !== status && speaksOfKey(contract, response.status)
                    ? 'header-needed'
                    : 'key-only',
              }
            : {}),
          ...(verdict.outcome === 'passed'
            ? { 'order-code-in-404': 'same-code', 'error-body-quotes': 'json', charset: 'utf-8' }
            : singleQuotes(response)),
        });
      },
    },
    {
      id: 'order.malformed',
      title: bilingual(
        'What the server does with a code that is not a UUID',
        'UUID가 아닌 코드에 대한 서버의 동작',
      ),
      expects: bilingual(`${notFound.en} (inferred)`, `${notFound.ko} (추정)`),
      needs: 'key',
      async run(context) {
        const response = await context.send(cancelRequest(context, { orderCode: malformed }), {
          html: true,
        });
        if (response.status < 300) return accepted(bilingual(`"${malformed}"`, `"${malformed}"`), response);
        const opaque = context.check.problems(response, status).length === 0;
        // Where the contract has a format, its documented refusal is no sign that there is none.
        if (opaque && resolveSchema(contract.document, contract.orderCode.schema).format !== undefined)
          return passed();
        return opaque
          ? answering(passed(), { 'order-code-format': 'opaque' })
          : observe(response, { 'order-code-format': 'uuid' });
      },
    },
    ...UNUSUAL_CODES.map(
      ({ id, what, rawCode }): Case => ({
        id: `order.${id}`,
        title: bilingual(`${capitalized(what.en)} in the path does no harm`, `경로의 ${what.ko}: 해가 없다`),
        expects: NEITHER,
        needs: 'key',
        async run(context) {
          const response = await context.send(
            cancelRequest(context, { rawCode: rawCode.replace(PARENT, parentOf(contract)) }),
            {
              html: true,
              redirect: true,
            },
          );
          if (response.status < 300) return accepted(what, response);
          return context.check.problems(response, status).length === 0 ? passed() : observe(response);
        },
      }),
    ),
    ...(contract.path.endsWith('/') ? [] : [trailingSlashCase(status)]),
    ...OTHER_PATHS.filter(({ alterPath }) => alterPath(path) !== path).map(
      ({ id, what, alterPath }): Case => ({
        id: `order.${id}`,
        title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
        expects: NEITHER,
        needs: 'key',
        async run(context) {
          const allowance = { html: true, redirect: true };
          const response = await context.send(cancelRequest(context, { alterPath }), allowance);
          return response.status < 300 ? accepted(what, response) : observe(response);
        },
      }),
    ),
    ...ALTERED_CODES.map((one) => alteredCase(one, status)),
  ];
}

/** A slash after the code, which some servers route to the same, and some to the place without it. */
function trailingSlashCase(status: number): Case {
  return {
    id: 'order.trailing-slash',
    title: bilingual(
      'What the server does with a slash at the end of the path',
      '경로 끝의 슬래시에 대한 서버의 동작',
    ),
    expects: NEITHER,
    needs: 'key',
    async run(context) {
      const allowance = { html: true, redirect: true };
      const response = await context.send(cancelRequest(context, { suffix: '/' }), allowance);
      const what = bilingual('a made-up code with a slash after it', '없는 코드와 슬래시');
      if (response.status < 300) return accepted(what, response);
      const isDetail = (one: HttpResponse) => context.check.problems(one, status).length === 0;
      if (!isDetail(response)) return observe(response, { 'trailing-slash': 'without' });
      const nowhere = await context.send(cancelRequest(context, { suffix: '/no-such-path/' }), allowance);
      // A server that has a detail for every path does not say by it that it knows this one.
      return isDetail(nowhere) ? observe(response) : observe(response, { 'trailing-slash': 'either' });
    },
  };
}

/** Shorter codes may be numbers in a row, where a code that lacks a character is another order's. */
const MIN_CODE_LENGTH = 16;

function alteredCase({ id, what, alter }: (typeof ALTERED_CODES)[number], status: number): Case {
  return {
    id: `order.${id}`,
    title: bilingual(`${capitalized(what.en)} is not that order`, `${what.ko}: 그 주문이 아니다`),
    expects: bilingual(`${status}, and nothing changed`, `${status}, 변경 없음`),
    needs: 'open-order',
    async run(context) {
      const { orderCode, hasOrder } = context;
      if (!hasOrder || orderCode.length < MIN_CODE_LENGTH) {
        return {
          outcome: 'observed',
          remarks: [
            bilingual(
              `not asked: it needs an order whose code has at least ${MIN_CODE_LENGTH} characters`,
              `확인하지 않음: 코드가 ${MIN_CODE_LENGTH}자 이상인 주문이 필요합니다`,
            ),
          ],
        };
      }
      const response = await context.send(cancelRequest(context, { rawCode: alter(orderCode) }), {
        html: true,
        redirect: true,
      });
      if (response.status < 300) return accepted(what, response);
      return context.check.problems(response, status).length === 0 ? passed() : observe(response);
    },
  };
}

/** Another channel's order, which must stay as it is: the ledger asks whether it is refused like a wrong key or an unknown code. */
export function foreignOrderCase(contract: Contract): Case {
  const { wrongKey, order } = refusalStatuses(contract);
  const what = bilingual("another channel's order", '다른 채널의 주문');
  return {
    id: 'order.foreign',
    title: bilingual("Another channel's order cannot be cancelled", '다른 채널의 주문은 취소할 수 없다'),
    expects: bilingual(
      `${wrongKey} or ${order} with a JSON detail`,
      `JSON detail을 담은 ${wrongKey} 또는 ${order}`,
    ),
    needs: 'foreign-order',
    async run(context) {
      const response = await context.send(cancelRequest(context));
      if (response.status < 300) return accepted(what, response);
      if (response.status !== wrongKey && response.status !== order) return observe(response);
      const verdict = mustBe(context.check, response, response.status, what);
      if (verdict.outcome === 'failed' || response.status === wrongKey) {
        return answering(verdict, {
          'other-channels-order': response.status === wrongKey ? 'forbidden' : 'not-found',
        });
      }
      return observe(response, { 'other-channels-order': 'not-found' });
    },
  };
}

/** Other spellings of a code that some servers take for the same; to the cancelled order, so that none is risked. */
const SPELLINGS: { id: string; what: Bilingual; spell(code: string): string }[] = [
  {
    id: 'upper-case',
    what: bilingual("an order's code in capital letters", '대문자로 쓴 주문 코드'),
    spell: (code) => encodeURIComponent(code.toUpperCase()),
  },
  {
    id: 'without-hyphens',
    what: bilingual("an order's code without its hyphens", '하이픈을 뺀 주문 코드'),
    spell: (code) => encodeURIComponent(code.replaceAll('-', '')),
  },
  {
    id: 'format-suffix',
    what: bilingual("an order's code with .json after it", '뒤에 .json이 붙은 주문 코드'),
    spell: (code) => `${encodeURIComponent(code)}.json`,
  },
];

export function spellingCases(): Case[] {
  return SPELLINGS.map(({ id, what, spell }) => ({
    id: `order.${id}`,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: NEITHER,
    needs: 'cancelled-order',
    async run(context) {
      const change: Change = { rawCode: spell(context.orderCode), body: context.established?.body };
      return observe(await context.send(cancelRequest(context, change), { html: true, redirect: true }));
    },
  }));
}

function accepted(what: Bilingual, response: HttpResponse) {
  return failed(
    join(what, bilingual(`it was accepted: ${show(response)}`, `받아들여졌습니다: ${show(response)}`)),
  );
}

function singleQuotes({ text }: HttpResponse): Record<string, string> {
  return /^\s*\{\s*'/.test(text) ? { 'error-body-quotes': 'single-quotes' } : {};
}

/** The segment of the path before the order code. */
function parentOf({ path, orderCode }: Contract): string {
  return path.split(`{${orderCode.name}}`)[0]?.split('/').at(-2) ?? '';
}
