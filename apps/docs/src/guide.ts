import { readFile } from 'node:fs/promises';
import type { Language } from '@ax-cloud/contract/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { PAGES, type PageName } from './site.ts';

/** The pages that are written in `guides/`, one file each. */
export const GUIDES = PAGES.filter((page) => page !== 'index' && page !== 'questions');

/** The name of such a page. */
export type GuideName = Exclude<PageName, 'index' | 'questions'>;

/** A text in both languages: Markdown with slots, `{{name}}`, unless its property says otherwise. */
type Bilingual = Readonly<Record<Language, string>>;

/** A guide, as in its file (`guides/guide.schema.json`). */
export interface Guide {
  /** Its heading, without Markdown. */
  title: Bilingual;
  /** Its name in the navigation, without Markdown. */
  menu: Bilingual;
  /** Its subject in one sentence without Markdown, for search engines and link previews. */
  description: Bilingual;
  introduction: Bilingual;
  sections: readonly GuideSection[];
}

/** A section of a page. Its id is its anchor in both languages. */
interface GuideSection {
  id: string;
  title: Bilingual;
  text: Bilingual;
}

const folder = new URL('../guides/', import.meta.url);

/**
 * Reads a guide.
 *
 * @throws {Error} in one line when it is invalid by `guides/guide.schema.json`
 */
export async function loadGuide(name: GuideName): Promise<Guide> {
  const guide: Guide = parse(await readFile(new URL(`${name}.yaml`, folder), 'utf8'));
  const schema = JSON.parse(await readFile(new URL('guide.schema.json', folder), 'utf8'));
  const ajv = new Ajv2020();
  if (!ajv.validate(schema, guide)) {
    throw new Error(
      `apps/docs/guides/${name}.yaml is not a valid guide: ${ajv.errorsText(ajv.errors, { dataVar: name })}. See guide.schema.json beside it.`,
    );
  }
  return guide;
}

/**
 * Puts values into the slots of a text.
 *
 * @param where names the text in the message
 * @throws {Error} for a slot without a value, which would be published empty
 */
export function fillSlots(text: string, values: Readonly<Record<string, string>>, where: string): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, slot: string) => {
    const value = values[slot];
    if (value !== undefined) return value;
    throw new Error(
      `${where} names the slot "${slot}". It can name: ${Object.keys(values).toSorted().join(', ')}. See apps/docs/src/guide-source.ts.`,
    );
  });
}
