import { LANGUAGES, pageLink } from './site.ts';
import { TEXTS } from './texts.ts';

/** The page of unknown addresses, in both languages, because the language of the reader is unknown. */
export function renderNotFound(): string {
  return LANGUAGES.map((language) => {
    const { notFound, reference, questions } = TEXTS[language];
    const link = (page: 'index' | 'questions', text: string) =>
      `<a href="${pageLink('ko', language, page)}">${text}</a>`;
    return `<section lang="${language}">
<h2>${notFound.title}</h2>
<p>${notFound.text}</p>
<p>${link('index', reference)} · ${link('questions', questions)}</p>
</section>`;
  }).join('\n');
}
