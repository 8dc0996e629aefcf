import type { Language } from '@ax-cloud/contract/contract';

/** Our own words in the places of the page, in Korean. */
const KOREAN: readonly (readonly [RegExp, string])[] = [
  [/^Page header$/, '페이지 머리'],
  [/^row (\S+)$/, '$1 행'],
  [/^column (\S+)$/, '$1 열'],
  [/^header (\S+)$/, '$1 헤더'],
  [/^bullet (\d+)$/, '$1번째 항목'],
  [/^line (\d+)$/, '$1번째 줄'],
  [/^notice$/, '안내'],
  [/^example$/, '예시'],
  [/^caption$/, '제목'],
  [/^body$/, '본문'],
  [/^method$/, '메서드'],
  [/^product environment$/, '운영 환경'],
  [/^test environment$/, '테스트 환경'],
];

/** The name of a place of the page for a reader; the ledger has `2.2 Body Parameter, row ax_status`. */
export function placeName(place: string, language: Language): string {
  if (language === 'en') return place;
  const parts = place.split(', ').map((part) => {
    const [pattern, name] = KOREAN.find(([pattern]) => pattern.test(part)) ?? [];
    return pattern === undefined || name === undefined ? part : part.replace(pattern, name);
  });
  return parts.join(', ');
}
