import type { Language } from '@ax-cloud/contract/contract';
import { alignSections } from './fragments.ts';
import { GUIDES, type Guide, type GuideName, loadGuide } from './guide.ts';
import { type GuideSource, loadGuideSource } from './guide-source.ts';
import { loadShownContracts, type ShownContract } from './shown-contract.ts';
import { LANGUAGES } from './site.ts';

/** Everything that the pages are made from. */
export interface SiteSource extends GuideSource {
  /** The contract as the reference shows it. */
  shown: Readonly<Record<Language, ShownContract>>;
  guides: Readonly<Record<GuideName, Guide>>;
}

/**
 * Reads and renders everything that the pages are made from.
 *
 * @param work an existing folder for temporary files
 */
export async function loadSiteSource(work: string): Promise<SiteSource> {
  const rendered = await loadShownContracts(
    LANGUAGES.map((language) => ({ language })),
    work,
  );
  // All languages have the anchors of the English sections, so that the language switch keeps the place.
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
