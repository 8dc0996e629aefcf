import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import type { HttpResponse } from '../exchange.ts';
import { formProblems } from '../response-check.ts';
import { refusalStatuses } from '../statuses.ts';
import { failed, join, observe, observed, show } from '../verdicts.ts';
import { type Change, cancelRequest } from './requests.ts';

const WRITTEN_DOWN = bilingual('written down; no success and no crash', '기록만 함. 성공도 서버 오류도 아님');

/** Headers and a query that the page does not specify, all to a made-up order code. */
export function headerCases(contract: Contract): Case[] {
  const { order } = refusalStatuses(contract);
  return [
    ...leftOutHeaderCases(contract),
    unspecified(
      'headers.accept-absent',
      bilingual('no Accept', 'Accept 없음'),
      { headers: { accept: undefined } },
      (response) => ({
        'accept-header':
          response.status === order && formProblems(response).length === 0 ? 'optional' : 'required',
      }),
    ),
    unspecified('headers.accept-html', bilingual('Accept: text/html', 'Accept: text/html'), {
      headers: { accept: 'text/html' },
    }),
    unspecified('headers.accept-xml', bilingual('Accept: application/xml', 'Accept: application/xml'), {
      headers: { accept: 'application/xml' },
    }),
    unspecified(
      'headers.accept-language-english',
      bilingual('Accept-Language: en', 'Accept-Language: en'),
      { headers: { 'accept-language': 'en' } },
      (response) => ({ 'error-language': /[가-힣]/.test(response.text) ? 'always-korean' : 'negotiated' }),
    ),
    unspecified('headers.query', bilingual('an unknown query', '알 수 없는 쿼리 문자열'), {
      query: 'unknown=1',
    }),
    unspecified(
      'headers.format-query',
      bilingual('a query that asks for a format', '형식을 지정하는 쿼리 문자열'),
      {
        query: 'format=api',
      },
    ),
    unspecified('headers.accept-encoding', bilingual('Accept-Encoding: gzip', 'Accept-Encoding: gzip'), {
      headers: { 'accept-encoding': 'gzip' },
    }),
    unspecified('headers.origin', bilingual("a browser's Origin", '브라우저의 Origin'), {
      headers: { origin: 'https://ota.example' },
    }),
  ];
}

/** The header of an earlier version of the page, and the question whether it is still needed. */
const CHANNEL_HEADER = {
  name: 'channel',
  question: 'channel-code',
  needed: 'header-needed',
  not: 'key-only',
};

/** Each header that the contract requires, left out: the response tells whether the server needs it. */
function leftOutHeaderCases(contract: Contract): Case[] {
  const { order } = refusalStatuses(contract);
  return contract.headers
    .filter(({ required }) => required)
    .map(({ name }) =>
      unspecified(
        `headers.${name.toLowerCase()}-absent`,
        bilingual(`no ${name}`, `${name} 없음`),
        { headers: { [name.toLowerCase()]: undefined } },
        ({ status }): Record<string, string> => {
          const { question, needed, not } = CHANNEL_HEADER;
          if (name.toLowerCase() !== CHANNEL_HEADER.name) return {};
          // Of a made-up order code: with the header it is not found, so another refusal is about the header.
          if (status === order) return { [question]: not };
          return status >= 400 && status < 500 && status !== 429 ? { [question]: needed } : {};
        },
      ),
    );
}

/** Headers that depend on a header of the request. */
const TELLING = ['access-control-allow-origin', 'content-encoding', 'content-language', 'vary'];

function unspecified(
  id: string,
  what: Bilingual,
  change: Change,
  answers?: (response: HttpResponse) => Record<string, string>,
): Case {
  return {
    id,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: WRITTEN_DOWN,
    needs: 'key',
    async run(context) {
      const other = ['headers.accept-html', 'headers.format-query'].includes(id);
      const response = await context.send(cancelRequest(context, change), { html: other, crash: other });
      if (response.status < 300) {
        return failed(
          join(what, bilingual('a made-up order code was accepted', '없는 주문 코드가 받아들여졌습니다')),
        );
      }
      const telling = TELLING.filter((name) => name in response.headers);
      const text = [show(response), ...telling.map((name) => `${name}: ${response.headers[name]}`)].join(
        '; ',
      );
      return observed(bilingual(text, text), answers?.(response));
    },
  };
}

/** Declarations of JSON that the page does not specify. The response is that to a repeat where the server reads the body. */
export function declarationCases(): Case[] {
  return [
    declared(
      'charset',
      bilingual('application/json; charset=utf-8', 'application/json; charset=utf-8'),
      'application/json; charset=utf-8',
    ),
    declared('absent', bilingual('no Content-Type', 'Content-Type 없음'), undefined),
    declared(
      'suffix',
      bilingual('application/merge-patch+json', 'application/merge-patch+json'),
      'application/merge-patch+json',
    ),
    declared(
      'euc-kr',
      bilingual('JSON that is declared as EUC-KR', 'EUC-KR로 선언한 JSON'),
      'application/json; charset=euc-kr',
    ),
  ];
}

function declared(id: string, what: Bilingual, type: string | undefined): Case {
  return {
    id: `headers.content-type-${id}`,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: WRITTEN_DOWN,
    needs: 'cancelled-order',
    async run(context) {
      const change = { headers: { 'content-type': type }, body: context.established?.body };
      return observe(await context.send(cancelRequest(context, change)));
    },
  };
}
