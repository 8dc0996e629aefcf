import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext } from '../case.ts';
import { mustBeRefused } from '../verdicts.ts';
import { type Change, cancelRequest, exampleBody, taggedBody } from './requests.ts';

const REFUSED = bilingual('400 or 415, and nothing changed', '400 또는 415, 변경 없음');

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
    unreadable('unreadable', bilingual('A body that is no JSON', 'JSON이 아닌 본문'), () => ({ raw: '{' })),
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
    unreadable('not-a-number', bilingual('JSON with NaN in it', 'NaN이 든 JSON'), (context) => ({
      raw: json(context).replace(/"comment":"[^"]*"/, '"comment":NaN'),
    })),
    unreadable(
      'raw-line-break',
      bilingual('JSON with a raw line break in a text', '문자열 안에 줄바꿈이 그대로 든 JSON'),
      (context) => ({
        raw: json(context).replace('"comment":"', '"comment":"\n'),
      }),
    ),
    unreadable('latin-bytes', bilingual('JSON in Latin-1', 'Latin-1로 쓴 JSON'), (context) => ({
      raw: Buffer.from(JSON.stringify({ ...statuses(context), comment: 'Zürich' }), 'latin1'),
    })),
    unreadable('euc-kr-bytes', bilingual('JSON in EUC-KR', 'EUC-KR로 쓴 JSON'), (context) => ({
      raw: Buffer.concat([
        Buffer.from(
          `{"ax_status":"${statuses(context).ax_status}","channel_status":"${statuses(context).channel_status}","comment":"`,
        ),
        // "취소" in EUC-KR.
        Buffer.from([0xc3, 0xeb, 0xbc, 0xd2]),
        Buffer.from('"}'),
      ]),
    })),
    unreadable('utf-sixteen', bilingual('JSON in UTF-16', 'UTF-16으로 쓴 JSON'), (context) => ({
      raw: Buffer.from(json(context), 'utf16le'),
    })),
    unreadable(
      'media-type',
      bilingual('A body that is declared as text/plain', 'text/plain으로 선언한 본문'),
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
