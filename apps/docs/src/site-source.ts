import type { Language } from '@ax-cloud/contract/contract';
import { alignSections } from './fragments.ts';
import { GUIDES, type Guide, type GuideName, loadGuide } from './guide.ts';
import { type GuideSource, loadGuideSource } from './guide-source.ts';
import { loadShownContract, type ShownContract } from './shown-contract.ts';
import { LANGUAGES } from './site.ts';

/** All that the pages are made from. */
export interface SiteSource extends GuideSource {
  /** The contract as the reference shows it. */
  shown: Readonly<Record<Language, ShownContract>>;
  guides: Readonly<Record<GuideName, Guide>>;
}

/**
 * Reads and renders all that the pages are made from.
 *
 * @param work an existing folder for files that are of no use afterwards
 */
export async function loadSiteSource(work: string): Promise<SiteSource> {
  const rendered = await Promise.all(LANGUAGES.map((language) => loadShownContract(language, work)));
  // The language switch keeps the place: the sections have the anchors of the English ones.
  const anchors = rendered[LANGUAGES.indexOf('en')]?.content.sections ?? [];
  const shown = rendered.map((one, index) => [
    LANGUAGES[index],
    { ...one, content: alignSections(one.content, anchors) },
  ]);
  const guides = await Promise.all(GUIDES.map(async (name) => [name, await loadGuide(name)] as const));
  return {
    ...(await loadGuideSource()),
    shown: Object.fromEntries(shown) as SiteSource['shown'],
    guides: Object.fromEntries(guides) as SiteSource['guides'],
  };
}
