import { formProblems } from '../answer-check.ts';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext } from '../case.ts';
import type { Answer } from '../exchange.ts';
import { failed, join, mustBeRefused, observe, observed, passed, show } from '../verdicts.ts';
import { type Change, cancelRequest, exampleBody, taggedBody } from './requests.ts';

const REFUSED = bilingual('400 or 415, and nothing changed', '400 또는 415, 변경 없음');
const WRITTEN_DOWN = bilingual('written down; no success and no crash', '기록만 함. 성공도 서버 오류도 아님');

/** Bodies that are no JSON, or are not declared as JSON (the page, 2.1 Request, Content-Type). None may cancel. */
export function unreadableBodyCases(): Case[] {
  const unreadable = (id: string, what: Bilingual, change: (context: CaseContext) => Change): Case => ({
    id: `body.${id}`,
    title: bilingual(`${what.en} is refused`, `${what.ko}: 거부된다`),
    expects: REFUSED,
    needs: 'live-order',
    async run(context) {
      const inferred = id === 'media-type' || id === 'form' || id === 'multipart' ? [400, 415] : [400];
      const answer = await context.send(cancelRequest(context, change(context)));
      return mustBeRefused(context.check, answer, inferred, what);
    },
  });
  const json = (context: CaseContext) => JSON.stringify(taggedBody(context));
  const statuses = ({ contract }: CaseContext) => exampleBody(contract);

  return [
    unreadable('unreadable', bilingual('A body that is no JSON', 'JSON 이 아닌 본문'), () => ({ raw: '{' })),
    unreadable('cut-off', bilingual('A body that ends in the middle', '중간에서 끊긴 본문'), (context) => ({
      raw: json(context).slice(0, -1),
    })),
    unreadable(
      'trailing-text',
      bilingual('A body with text after the JSON', 'JSON 뒤에 글자가 붙은 본문'),
      (context) => ({
        raw: `${json(context)} x`,
      }),
    ),
    unreadable(
      'two-documents',
      bilingual('A body of two JSON documents', 'JSON 문서가 두 개인 본문'),
      (context) => ({
        raw: json(context) + json(context),
      }),
    ),
    unreadable(
      'single-quotes',
      bilingual('A body with single quotes', '작은따옴표를 쓴 본문'),
      (context) => ({ raw: json(context).replaceAll('"', "'") }),
    ),
    unreadable(
      'trailing-comma',
      bilingual('A body with a trailing comma', '끝에 쉼표가 있는 본문'),
      (context) => ({
        raw: `${json(context).slice(0, -1)},}`,
      }),
    ),
    unreadable('comment-syntax', bilingual('JSON with a comment in it', '주석이 든 JSON'), (context) => ({
      raw: `/* x */ ${json(context)}`,
    })),
    unreadable('not-a-number', bilingual('JSON with NaN in it', 'NaN 이 든 JSON'), (context) => ({
      raw: json(context).replace(/"comment":"[^"]*"/, '"comment":NaN'),
    })),
    unreadable(
      'raw-line-break',
      bilingual('JSON with a raw line break in a text', '문자열 안에 줄바꿈이 그대로 든 JSON'),
      (context) => ({
        raw: json(context).replace('"comment":"', '"comment":"\n'),
      }),
    ),
    unreadable('latin-bytes', bilingual('JSON in Latin-1', 'Latin-1 로 쓴 JSON'), (context) => ({
      raw: Buffer.from(JSON.stringify({ ...statuses(context), comment: 'Zürich' }), 'latin1'),
    })),
    unreadable('euc-kr-bytes', bilingual('JSON in EUC-KR', 'EUC-KR 로 쓴 JSON'), (context) => ({
      raw: Buffer.concat([
        Buffer.from(
          `{"ax_status":"${statuses(context).ax_status}","channel_status":"${statuses(context).channel_status}","comment":"`,
        ),
        // "취소" in EUC-KR.
        Buffer.from([0xc3, 0xeb, 0xbc, 0xd2]),
        Buffer.from('"}'),
      ]),
    })),
    unreadable('utf-sixteen', bilingual('JSON in UTF-16', 'UTF-16 으로 쓴 JSON'), (context) => ({
      raw: Buffer.from(json(context), 'utf16le'),
    })),
    unreadable(
      'media-type',
      bilingual('A body that is declared as text/plain', 'text/plain 으로 선언한 본문'),
      () => ({
        headers: { 'content-type': 'text/plain' },
      }),
    ),
    unreadable('form', bilingual('A form in place of JSON', 'JSON 대신 폼 데이터'), (context) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      raw: new URLSearchParams(taggedBody(context) as Record<string, string>).toString(),
    })),
    unreadable(
      'multipart',
      bilingual('A multipart form in place of JSON', 'JSON 대신 멀티파트 폼'),
      (context) => ({
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        raw: `${Object.entries(taggedBody(context))
          .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
          .join('')}--x--\r\n`,
      }),
    ),
  ];
}

/** Other methods on the path (the page, 2.1 Request, Method). Never GET or HEAD: there they are another operation. */
export function methodCases(): Case[] {
  return [
    method('put', 'PUT'),
    method('post', 'POST'),
    method('delete', 'DELETE'),
    method('override', 'POST', { 'x-http-method-override': 'PATCH', 'x-method-override': 'PATCH' }),
    {
      id: 'method.options',
      title: bilingual('What the server does with OPTIONS', 'OPTIONS 에 대한 서버의 동작'),
      expects: WRITTEN_DOWN,
      needs: 'key',
      async run(context) {
        return observe(
          await context.send({ ...cancelRequest(context, { method: 'OPTIONS' }), body: undefined }),
        );
      },
    },
  ];
}

function method(id: string, name: string, headers: Record<string, string> = {}): Case {
  const what =
    id === 'override'
      ? bilingual('POST that asks to be taken for PATCH', 'PATCH 로 취급해 달라는 POST')
      : bilingual(name, name);
  return {
    id: `method.${id}`,
    title: bilingual(`${what.en} does not cancel`, `${what.ko}: 취소하지 않는다`),
    expects: bilingual('a refusal, such as 405, and nothing changed', '405 등의 거부, 변경 없음'),
    needs: 'live-order',
    async run(context) {
      const answer = await context.send(cancelRequest(context, { method: name, headers }));
      if (answer.status < 300) {
        return failed(
          join(what, bilingual(`it was accepted: ${show(answer)}`, `받아들여졌습니다: ${show(answer)}`)),
        );
      }
      const form = answer.status === 405 ? formProblems(answer) : [];
      const detail = form.length === 0 ? 'json-detail' : 'any-body';
      if (answer.status === 405 && form.length === 0) {
        const allow = answer.headers.allow;
        return allow === undefined
          ? observe(answer, { 'undeclared-errors': detail })
          : {
              ...passed(bilingual(`405, Allow: ${allow}`, `405, Allow: ${allow}`)),
              answers: { 'undeclared-errors': detail },
            };
      }
      return observe(answer, { 'undeclared-errors': detail });
    },
  };
}

/** Headers and a query on which the page is silent, all to a made-up order code. */
export function headerCases(): Case[] {
  return [
    silent(
      'headers.accept-absent',
      bilingual('no Accept', 'Accept 없음'),
      { headers: { accept: undefined } },
      (answer) => ({
        'accept-header': isJson404(answer) ? 'optional' : 'required',
      }),
    ),
    silent('headers.accept-html', bilingual('Accept: text/html', 'Accept: text/html'), {
      headers: { accept: 'text/html' },
    }),
    silent('headers.accept-xml', bilingual('Accept: application/xml', 'Accept: application/xml'), {
      headers: { accept: 'application/xml' },
    }),
    silent(
      'headers.accept-language-english',
      bilingual('Accept-Language: en', 'Accept-Language: en'),
      { headers: { 'accept-language': 'en' } },
      (answer) => ({ 'error-language': /[가-힣]/.test(answer.text) ? 'always-korean' : 'negotiated' }),
    ),
    silent('headers.query', bilingual('an unknown query', '알 수 없는 쿼리 문자열'), {
      suffix: '?unknown=1',
    }),
    silent(
      'headers.format-query',
      bilingual('a query that asks for a format', '형식을 지정하는 쿼리 문자열'),
      {
        suffix: '?format=api',
      },
    ),
    silent('headers.accept-encoding', bilingual('Accept-Encoding: gzip', 'Accept-Encoding: gzip'), {
      headers: { 'accept-encoding': 'gzip' },
    }),
    silent('headers.origin', bilingual("a browser's Origin", '브라우저의 Origin'), {
      headers: { origin: 'https://ota.example' },
    }),
  ];
}

/** Headers that answer a header of the request. */
const TELLING = ['access-control-allow-origin', 'content-encoding', 'content-language', 'vary'];

function silent(
  id: string,
  what: Bilingual,
  change: Change,
  answers?: (answer: Answer) => Record<string, string>,
): Case {
  return {
    id,
    title: bilingual(`What the server does with ${what.en}`, `${what.ko}: 서버의 동작`),
    expects: WRITTEN_DOWN,
    needs: 'key',
    async run(context) {
      const other = ['headers.accept-html', 'headers.format-query'].includes(id);
      const answer = await context.send(cancelRequest(context, change), { html: other, crash: other });
      if (answer.status < 300) {
        return failed(
          join(what, bilingual('a made-up order code was accepted', '없는 주문 코드가 받아들여졌습니다')),
        );
      }
      const telling = TELLING.filter((name) => name in answer.headers);
      const text = [show(answer), ...telling.map((name) => `${name}: ${answer.headers[name]}`)].join('; ');
      return observed(bilingual(text, text), answers?.(answer));
    },
  };
}

/** Declarations of JSON on which the page is silent. The answer is that to a repeat where the server reads the body. */
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
      bilingual('JSON that is declared as EUC-KR', 'EUC-KR 로 선언한 JSON'),
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

function isJson404(answer: Answer): boolean {
  return answer.status === 404 && formProblems(answer).length === 0;
}
