import type { Language } from '@ax-cloud/contract/contract';
import { pageLink } from './site.ts';

const MARKS = /\((inferred|추정):\s*([^)\]]+)\)/g;

/** Links each question that a text names, `(inferred: order-code-in-path)`, to its place on the page of questions. */
export function linkQuestions(markdown: string, language: Language): string {
  const page = pageLink(language, language, 'questions');
  return markdown.replace(MARKS, (_, word: string, ids: string) => {
    const links = ids.split(',').map((id) => `[${id.trim()}](${page}#${id.trim()})`);
    return `(${word}: ${links.join(', ')})`;
  });
}
