/**
 * Redoc's labels in Korean, by Redoc's key. Labels without a key are here by their English words (the patch "labels without a key" of
 * redoc-patches.ts). Only labels that appear on the page; a test finds a missing one.
 */
export const redocLabels: Readonly<Record<string, string>> = {
  request: '요청',
  path: '경로',
  query: '쿼리',
  header: '헤더',
  body: '본문',
  required: '필수',
  example: '예시',
  examples: '예시',
  enum: '값',
  default: '기본값',
  additionalProperties: '추가 필드',
  responses: '응답',
  response: '응답',
  contentType: '미디어 타입',
  noResponseContent: '본문 없음',
  'Enum Value': '값',
  Description: '설명',
  'One of:': '다음 중 하나:',
  'non-empty': '빈 문자열 불가',
};
