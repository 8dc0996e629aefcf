interface Patch {
  name: string;
  pattern: RegExp;
  replacement: string;
  /** How often the pattern occurs in the copy of Redoc inside @redocly/cli. Any other count fails the build. */
  occurs: number;
}

/**
 * All that is changed in Redoc, because no option of it does the same. It is minified, so the patterns name no variable. After
 * an update of @redocly/cli, look at each one that no longer matches.
 */
const PATCHES: readonly Patch[] = [
  {
    // Redoc asks one function for each label and gives it the English one, but offers no way in. `redoc-hook.ts` sets
    // `redocLabels`; without it the labels stay English.
    name: 'labels',
    pattern: /translate:\(([\w$]+),([\w$]+)\)=>(?=\(typeof)/g,
    replacement: 'translate:($1,$2)=>globalThis.redocLabels?.[$1]||',
    occurs: 1,
  },
  {
    // The few words in a table and a type that Redoc asks no function for.
    name: 'labels without a key',
    pattern: /([`"])(Enum Value|One of:|non-empty|(?<=[`"]th[`"],\{children:[`"])Description)\1/g,
    replacement: '(globalThis.redocLabels?.["$2"]||"$2")',
    occurs: 5,
  },
  {
    // A section is only rendered once it is scrolled to.
    name: 'sections rendered at once',
    pattern: /\{sectionId:[\w$]+,eager:([\w$]+)=!1,children:[\w$]+\}\)\{/g,
    replacement: '$&$1=!0;',
    occurs: 1,
  },
  {
    // The same of the fields of a field.
    name: 'nested fields rendered at once',
    pattern: /\{forceMount:([\w$]+)=!1,estimatedHeight:[\w$]+,children:[\w$]+\}\)\{/g,
    replacement: '$&$1=!0;',
    occurs: 1,
  },
];

/**
 * Applies every patch to the text of Redoc.
 *
 * @throws {Error} when a pattern does not occur as often as expected, because then Redoc has changed
 */
export function patchRedoc(source: string): string {
  return PATCHES.reduce((text, { name, pattern, replacement, occurs }) => {
    const found = text.match(pattern)?.length ?? 0;
    if (found !== occurs) {
      throw new Error(
        `The patch "${name}" matches ${found} places of Redoc instead of ${occurs}. ` +
          '@redocly/cli has changed: adapt the pattern in apps/docs/src/redoc-patches.ts, or go back to the pinned version.',
      );
    }
    return text.replace(pattern, replacement);
  }, source);
}
