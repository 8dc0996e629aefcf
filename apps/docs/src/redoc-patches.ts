/** Which copy of Redoc a text is: the one that renders in Node.js, or the one that the page loads. */
export type Copy = 'prerenderer' | 'browser';

interface Patch {
  name: string;
  pattern: RegExp;
  replacement: string;
  /** How often the pattern occurs in each copy of Redoc that @redocly/cli ships. Any other count fails the build. */
  occurs: Readonly<Record<Copy, number>>;
}

/**
 * All that is changed in Redoc, because no option of it does the same. The two copies are minified differently, so the
 * patterns name no variable. After an update of @redocly/cli, look at each one that no longer matches.
 */
const PATCHES: readonly Patch[] = [
  {
    // Redoc asks one function for each label and gives it the English one, but offers no way in. The page and the
    // prerenderer set `redocLabels`; without it the labels stay English.
    name: 'labels',
    pattern: /translate:\(([\w$]+),([\w$]+)\)=>(?=\(typeof)/g,
    replacement: 'translate:($1,$2)=>globalThis.redocLabels?.[$1]||',
    occurs: { prerenderer: 1, browser: 1 },
  },
  {
    // The few words in a table, a type and a choice that Redoc asks no function for.
    name: 'labels without a key',
    pattern: /([`"])(Enum Value|One of:|non-empty|(?<=[`"]th[`"],\{children:[`"])Description)\1/g,
    replacement: '(globalThis.redocLabels?.["$2"]||"$2")',
    occurs: { prerenderer: 5, browser: 5 },
  },
  {
    // A section is only rendered once it is scrolled to. Without JavaScript, and on paper, the endpoint would be absent.
    name: 'sections rendered at once',
    pattern: /\{sectionId:[\w$]+,eager:([\w$]+)=!1,children:[\w$]+\}\)\{/g,
    replacement: '$&$1=!0;',
    occurs: { prerenderer: 1, browser: 1 },
  },
  {
    // The words "API docs by" stand before a picture from the maker's server; the style sheet writes the name instead.
    name: 'no logo from another server',
    pattern: /\?\(0,[\w$]+\.jsx\)\([`"]img[`"],\{alt:[`"]redocly logo[`"][^{}]*\}\):null/g,
    replacement: '&&null',
    occurs: { prerenderer: 1, browser: 1 },
  },
];

/**
 * Applies every patch to the text of one copy of Redoc.
 *
 * @throws {Error} when a pattern does not occur as often as expected, because then Redoc has changed
 */
export function patchRedoc(source: string, copy: Copy): string {
  return PATCHES.reduce((text, { name, pattern, replacement, occurs }) => {
    const found = text.match(pattern)?.length ?? 0;
    if (found !== occurs[copy]) {
      throw new Error(
        `The patch "${name}" matches ${found} places of Redoc's ${copy} copy instead of ${occurs[copy]}. ` +
          '@redocly/cli has changed: adapt the pattern in apps/docs/src/redoc-patches.ts, or go back to the pinned version.',
      );
    }
    return text.replace(pattern, replacement);
  }, source);
}
