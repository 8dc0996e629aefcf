/** A Korean syllable. */
export const HANGUL = /[가-힣]/;

/** The literals of a text: what stands in backticks. */
export function quoted(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, literal = '']) => literal);
}

/** A text without what it quotes, in backticks or quotation marks. */
export function unquoted(text: string): string {
  return text.replaceAll(/`[^`]*`|"[^"]*"/g, '');
}
