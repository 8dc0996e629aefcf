import type { Contract } from '@ax-cloud/contract/contract';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, Role } from '../case.ts';
import { refusalStatuses } from '../statuses.ts';
import { mustBeRefused } from '../verdicts.ts';
import { type Body, exampleBody, taggedBody, withText } from './bodies.ts';
import { type Change, cancelRequest, type RequestContext } from './requests.ts';

/** The status of HTTP for a body of a media type that is not read (RFC 9110, 15.5.16). */
const UNSUPPORTED_MEDIA_TYPE = 415;

/** Stands in a body for the text that is replaced byte by byte. */
const PLACEHOLDER = 'TEXT';

/** Bodies that are not JSON, or are not declared as JSON (the page, 2.1 Request, Content-Type). None may cancel. */
export function unreadableBodyCases(contract: Contract): Case[] {
  const { unreadable: status } = refusalStatuses(contract);
  const json = (context: RequestContext) => JSON.stringify(taggedBody(context));
  const notJson = (id: string, what: Bilingual, change: (context: RequestContext) => Change) =>
    unreadable(id, what, [status], change);
  const undeclared = (
    id: string,
    what: Bilingual,
    change: (context: RequestContext) => Change,
    role?: Role,
  ) => unreadable(id, what, [status, UNSUPPORTED_MEDIA_TYPE], change, role);

  return [
    notJson('unreadable', bilingual('A body that is not JSON', 'JSON이 아닌 본문'), () => ({ raw: '{' })),
    notJson('cut-off', bilingual('A body that ends in the middle', '중간에서 끊긴 본문'), (context) => ({
      raw: json(context).slice(0, -1),
    })),
    notJson(
      'trailing-text',
      bilingual('A body with text after the JSON', 'JSON 뒤에 글자가 붙은 본문'),
      (context) => ({ raw: `${json(context)} x` }),
    ),
    notJson(
      'two-documents',
      bilingual('A body of two JSON documents', 'JSON 문서가 두 개인 본문'),
      (context) => ({ raw: json(context) + json(context) }),
    ),
    notJson('single-quotes', bilingual('A body with single quotes', '작은따옴표를 쓴 본문'), (context) => ({
      raw: json(context).replaceAll('"', "'"),
    })),
    notJson(
      'trailing-comma',
      bilingual('A body with a trailing comma', '끝에 쉼표가 있는 본문'),
      (context) => ({ raw: `${json(context).slice(0, -1)},}` }),
    ),
    notJson('comment-syntax', bilingual('JSON with a comment in it', '주석이 든 JSON'), (context) => ({
      raw: `/* x */ ${json(context)}`,
    })),
    ...textCases(contract, notJson),
    notJson('utf-sixteen', bilingual('JSON in UTF-16', 'UTF-16으로 쓴 JSON'), (context) => ({
      raw: Buffer.from(json(context), 'utf16le'),
    })),
    undeclared(
      'media-type',
      bilingual('A body that is declared as text/plain', 'text/plain으로 선언한 본문'),
      () => ({ headers: { 'content-type': 'text/plain' } }),
    ),
    undeclared(
      'form',
      bilingual('A form in place of JSON', 'JSON 대신 폼 데이터'),
      (context) => ({
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        raw: new URLSearchParams(textsOf(taggedBody(context))).toString(),
      }),
      'late',
    ),
    undeclared(
      'multipart',
      bilingual('A multipart form in place of JSON', 'JSON 대신 멀티파트 폼'),
      (context) => ({
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        raw: `${textsOf(taggedBody(context))
          .map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
          .join('')}--x--\r\n`,
      }),
      'late',
    ),
  ];
}

/** What is wrong inside a text; none where the contract has no field for any text. */
function textCases(
  contract: Contract,
  notJson: (id: string, what: Bilingual, change: (context: RequestContext) => Change) => Case,
): Case[] {
  const body = withText(contract, exampleBody(contract), PLACEHOLDER);
  if (body === undefined) return [];
  const [before = '', after = ''] = JSON.stringify(body).split(`"${PLACEHOLDER}"`);
  const around = (...between: Buffer[]) =>
    Buffer.concat([Buffer.from(`${before}"`), ...between, Buffer.from(`"${after}`)]);
  return [
    notJson('not-a-number', bilingual('JSON with NaN in it', 'NaN이 든 JSON'), () => ({
      raw: `${before}NaN${after}`,
    })),
    notJson(
      'raw-line-break',
      bilingual('JSON with a raw line break in a text', '문자열 안에 줄바꿈이 그대로 든 JSON'),
      ({ runId }) => ({ raw: `${before}"\n[${runId}]"${after}` }),
    ),
    notJson('latin-bytes', bilingual('JSON in Latin-1', 'Latin-1로 쓴 JSON'), () => ({
      raw: around(Buffer.from('Zürich', 'latin1')),
    })),
    // "취소" in EUC-KR.
    notJson('euc-kr-bytes', bilingual('JSON in EUC-KR', 'EUC-KR로 쓴 JSON'), () => ({
      raw: around(Buffer.from([0xc3, 0xeb, 0xbc, 0xd2])),
    })),
  ];
}

function unreadable(
  id: string,
  what: Bilingual,
  statuses: readonly number[],
  change: (context: RequestContext) => Change,
  role?: Role,
): Case {
  return {
    id: `body.${id}`,
    title: bilingual(`${what.en} is refused`, `${what.ko}: 거부된다`),
    expects: bilingual(
      `${statuses.join(' or ')}, and nothing changed`,
      `${statuses.join(' 또는 ')}, 변경 없음`,
    ),
    needs: 'open-order',
    ...(role === undefined ? {} : { role }),
    run: async (context) =>
      mustBeRefused(context, await context.send(cancelRequest(context, change(context))), statuses, what),
  };
}

function textsOf(body: Body): [string, string][] {
  return Object.entries(body).map(([name, value]) => [name, String(value)]);
}
