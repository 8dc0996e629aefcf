import type { Language } from '@ax-cloud/contract/contract';
import type { Navigation, PageContent } from './frame.ts';
import { GUIDES, type GuideName } from './guide.ts';
import { partsOf } from './guide-source.ts';
import { referenceMenu } from './menu.ts';
import { finishReference } from './places.ts';
import { QUESTION_TEXTS } from './question-texts.ts';
import { questionEntries, questionsMenu, renderQuestions } from './questions.ts';
import { renderReference } from './reference.ts';
import { type FilledGuide, fillGuide, guideEntries, guideMenu, renderGuide } from './render-guide.ts';
import type { SearchEntry } from './search-entries.ts';
import { LANGUAGES, type PageName, pageLink } from './site.ts';
import type { SiteSource } from './site-source.ts';
import { TEXTS } from './texts.ts';

/** A page without its frame. */
export interface Page extends PageContent {
  name: PageName;
  /** What the search finds on it. */
  entries: readonly SearchEntry[];
  /** The Markdown that it is rendered from; undefined for the reference and the questions. */
  guide?: FilledGuide;
}

/** The pages of a language. */
export function renderPages(source: SiteSource, language: Language): Page[] {
  const { shown } = source;
  const contract = shown[language];
  const texts = TEXTS[language];
  const link = (page: PageName) => pageLink(language, language, page);
  const reference = finishReference(
    renderReference(contract, language),
    link('index'),
    link('questions'),
    texts.samples,
  );
  const questions = renderQuestions(source, reference.marked, language);
  return [
    {
      name: 'index',
      language,
      title: contract.title,
      description: contract.summary,
      menu: referenceMenu(contract),
      sends: true,
      main: reference.html,
      entries: reference.entries,
    },
    {
      name: 'questions',
      language,
      title: `${texts.questions} · ${contract.title}`,
      description: QUESTION_TEXTS[language].introduction,
      menu: questionsMenu(source, language),
      main: questions,
      entries: questionEntries(questions, link('questions')),
    },
    ...GUIDES.map((name) => renderGuidePage(name, source, language)),
  ];
}

function renderGuidePage(name: GuideName, source: SiteSource, language: Language): Page {
  const guide = source.guides[name];
  const filled = fillGuide(guide, partsOf(name, source, language), language, `apps/docs/guides/${name}.yaml`);
  const main = renderGuide(filled);
  return {
    name,
    language,
    title: `${filled.title} · ${source.shown[language].title}`,
    description: guide.description[language],
    menu: guideMenu(filled),
    main,
    entries: guideEntries(main, pageLink(language, language, name)),
    guide: filled,
  };
}

/** The name of each page in the navigation. */
export function navigationOf({ guides }: SiteSource): Navigation {
  const named = LANGUAGES.map((language) => [
    language,
    {
      index: TEXTS[language].reference,
      questions: TEXTS[language].questions,
      ...Object.fromEntries(GUIDES.map((name) => [name, guides[name].menu[language]])),
    },
  ]);
  return Object.fromEntries(named) as Navigation;
}
