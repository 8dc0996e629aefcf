interface Patch {
  name: string;
  pattern: RegExp;
  replacement: string;
  /** How often the pattern occurs in @redocly/cli's copy of Redoc. Any other count fails the build. */
  occurs: number;
}

/**
 * All changes to Redoc; none of its options does the same. Redoc is minified, so the patterns do not rely on names of variables. After
 * an update of @redocly/cli, check each pattern that no longer matches.
 */
const PATCHES: readonly Patch[] = [
  {
    // Redoc gets every label from one function, which cannot be replaced by an option. `redoc-program.ts` sets `redocLabels`;
    // without it, the labels stay English.
    name: 'labels',
    pattern: /translate:\(([\w$]+),([\w$]+)\)=>(?=\(typeof)/g,
    replacement: 'translate:($1,$2)=>globalThis.redocLabels?.[$1]||',
    occurs: 1,
  },
  {
    // The few words in tables and types that do not go through that function.
    name: 'labels without a key',
    pattern: /([`"])(Enum Value|One of:|non-empty|(?<=[`"]th[`"],\{children:[`"])Description)\1/g,
    replacement: '(globalThis.redocLabels?.["$2"]||"$2")',
    occurs: 5,
  },
  {
    // Redoc renders a section only when it is scrolled to.
    name: 'sections rendered at once',
    pattern: /\{sectionId:[\w$]+,eager:([\w$]+)=!1,children:[\w$]+\}\)\{/g,
    replacement: '$&$1=!0;',
    occurs: 1,
  },
  {
    // The same for the fields of a field.
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
