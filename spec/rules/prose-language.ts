import { isNode, type Location, type Node, type Path, type RuleContext } from './rule.ts';

const TEXTS = ['title', 'summary', 'description', 'label'];
const HANGUL = /[가-힣]/;
/** The keys of these are names, even when one of them is called "title". */
const MAPS = ['properties', 'schemas', 'securitySchemes', 'examples', 'responses', 'content', 'paths'];
/** What goes over the wire, or is code, is the same in both languages. */
const VALUES = ['value', 'example', 'enum', 'x-provoked-by', 'source'];

/**
 * Every text for a person is in the language of its bundle: the English one has no Hangul at all, the Korean one has some
 * in every text. The document is read as it is written, because a text beside a `$ref` would not be seen otherwise.
 */
export function proseLanguage({ language }: { language: 'en' | 'ko' }) {
  return {
    Root: {
      enter(root: Node, context: RuleContext) {
        visit(root, [], (text, at) => check(text, at, context));
      },
    },
  };

  function check(text: string, at: Path, { location, report }: RuleContext): void {
    // A label that only names a language or a tool is the same in every language.
    if (at.at(-1) === 'label' && !text.includes('(')) return;
    const place: Location = location.child(at.map(String));
    const pointer = `#/${at.join('/')}`;
    if (language === 'ko' && !HANGUL.test(text)) {
      report({
        message: `No Korean text at ${pointer}. Add it to the overlay openapi.ko.yaml.`,
        location: place,
      });
    }
    if (language === 'en' && HANGUL.test(text)) {
      report({
        message: `Korean text at ${pointer}. Write English here and the Korean text in openapi.ko.yaml.`,
        location: place,
      });
    }
  }
}

function visit(node: unknown, at: Path, found: (text: string, at: Path) => void): void {
  if (Array.isArray(node)) {
    // Examples of a schema are values.
    if (at.at(-1) === 'examples') return;
    for (const [index, one] of node.entries()) visit(one, [...at, index], found);
    return;
  }
  if (!isNode(node)) return;
  const isMap = MAPS.includes(String(at.at(-1))) && !MAPS.includes(String(at.at(-2)));
  for (const [key, value] of Object.entries(node)) {
    const place = [...at, key];
    if (at.at(-1) === 'x-enumDescriptions') found(String(value), place);
    else if (!isMap && typeof value === 'string' && TEXTS.includes(key)) found(value, place);
    else if (isMap || !VALUES.includes(key)) visit(value, place, found);
  }
}
