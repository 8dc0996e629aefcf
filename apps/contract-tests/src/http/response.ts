import { type Bilingual, bilingual, join, same } from '../bilingual.ts';
import type { HttpResponse } from './message.ts';

/** A response in one line: status, media type and the beginning of the body. */
export function show({ status, headers, text }: HttpResponse): string {
  const type = headers['content-type'] ?? 'no Content-Type';
  const location = headers.location === undefined ? '' : `, Location ${headers.location}`;
  return `${status} (${type}${location}) ${text.replace(/\s+/g, ' ').slice(0, 200)}`.trim();
}

/** A statement about a response, followed by the response. */
export function showing(en: string, ko: string, response: HttpResponse): Bilingual {
  return join(bilingual(en, ko), same(show(response)));
}

/** Whether a response is an HTML page, by its media type or its first tag. */
export function isHtml({ headers, text }: HttpResponse): boolean {
  return /\bhtml\b/i.test(headers['content-type'] ?? '') || /^\s*<(!doctype|html|h1)\b/i.test(text);
}

/** The fields of a value; empty when it is not an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The text of an error: its `detail`, if that is a string. */
export function detailOf(body: unknown): string | undefined {
  const { detail } = fieldsOf(body);
  return typeof detail === 'string' ? detail : undefined;
}

/** What is wrong with a response as JSON, whatever its status: media type, encoding, more than one document, repeated names. */
export function formProblems({ headers, utf8, json, text, duplicateKeys }: HttpResponse): Bilingual[] {
  const type = headers['content-type'];
  const problems: Bilingual[] = [];
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '')) {
    problems.push(
      type === undefined
        ? bilingual('there is no Content-Type', 'Content-Type이 없습니다')
        : bilingual(
            `the Content-Type is "${type}", not application/json in UTF-8`,
            `Content-Type이 UTF-8의 application/json이 아니라 "${type}"입니다`,
          ),
    );
  }
  if (!utf8) problems.push(bilingual('the body is not UTF-8', '본문이 UTF-8이 아닙니다'));
  if (json === undefined) problems.push(notJson(text));
  if (duplicateKeys.length > 0) {
    const names = duplicateKeys.join(', ');
    problems.push(
      bilingual(`the body has a field twice: ${names}`, `본문에 같은 필드가 두 번 있습니다: ${names}`),
    );
  }
  return problems;
}

function notJson(text: string): Bilingual {
  if (text === '') return bilingual('the body is empty', '본문이 비어 있습니다');
  if (hasSingleQuotes(text)) {
    return bilingual(
      'the body is not JSON: it has single quotes, as the page prints it (question error-body-quotes)',
      '본문이 JSON이 아닙니다: 문서에 적힌 대로 작은따옴표를 씁니다 (질문 error-body-quotes)',
    );
  }
  return bilingual('the body is not one JSON document', '본문이 하나의 JSON 문서가 아닙니다');
}

/** Whether a body is an object in single quotes, as the page prints errors (2.4). */
export function hasSingleQuotes(text: string): boolean {
  return /^\s*\{\s*'/.test(text);
}
