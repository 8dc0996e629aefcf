import { MARK_EXTENSIONS } from './marks.ts';
import { documentRule, type Path, pointerOf } from './rule.ts';
import { visitNodes } from './texts.ts';

const RESPONSE = /^#\/paths\/[^/]+\/[^/]+\/responses\/[^/]+$/;
const REFUSAL = /^#\/paths\/[^/]+\/[^/]+\/responses\/[45][^/]+\/content\/[^/]+\/examples\/[^/]+$/;
const SCHEMA = /^#\/components\/schemas\/.|\/schema(\/|$)/;

const NOT_ON_THE_PAGE = {
  at: new RegExp(`${RESPONSE.source}|${REFUSAL.source}|${SCHEMA.source}`),
  of: 'a response, a schema or an example of a refusal',
};

/** The extensions of this contract, with what each may stand at. README.md says what they mean. */
const EXTENSIONS: Readonly<Record<string, { at: RegExp; of: string }>> = {
  ...Object.fromEntries(Object.values(MARK_EXTENSIONS).map((key) => [key, NOT_ON_THE_PAGE])),
  'x-order': { at: RESPONSE, of: 'the success' },
  'x-echoes': { at: RESPONSE, of: 'the success' },
  'x-cancels': { at: SCHEMA, of: 'a schema with an enum' },
  'x-enumDescriptions': { at: SCHEMA, of: 'a schema with an enum' },
  'x-provoked-by': { at: REFUSAL, of: 'an example of a 4xx or 5xx' },
  'x-violation': { at: REFUSAL, of: 'an example of a 4xx or 5xx' },
  'x-environment': { at: /^#\/servers\/\d+$/, of: 'a server' },
  'x-codeSamples': { at: /^#\/paths\/[^/]+\/[^/]+$/, of: 'the operation' },
};

/** Every `x-` key is one that the parts read, at a place where they read it. A misspelt key would have no effect. */
export const extensions = documentRule((document, report) => {
  visitNodes(document, (node, at: Path) => {
    for (const key of Object.keys(node).filter((one) => one.startsWith('x-'))) {
      const known = Object.hasOwn(EXTENSIONS, key) ? EXTENSIONS[key] : undefined;
      if (known === undefined) {
        const all = Object.keys(EXTENSIONS).join(', ');
        report([...at, key], `No part reads "${key}". Correct the name to one of ${all}, or remove it.`);
      } else if (!known.at.test(pointerOf(at))) {
        report([...at, key], `"${key}" is read at ${known.of}, and not here. Move it there, or remove it.`);
      }
    }
  });
});
