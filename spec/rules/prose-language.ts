import type { Location, RuleContext } from './rule.ts';

const PROSE_KEYS = ['title', 'summary', 'description', 'label'];
const HANGUL = /[가-힣]/;

/**
 * Every text for a person is in the language of its bundle: the English one has no Hangul at all, the Korean one
 * has some in every string, which also catches an overlay action whose target matches nothing. Values that go over
 * the wire (examples, enum values, code samples) are the same in both and are not looked at.
 */
export function proseLanguage({ language }: { language: 'en' | 'ko' }) {
  return {
    any: {
      enter(node: unknown, context: RuleContext) {
        // Keys of a map of properties are names on the wire, even when a property is called "title".
        if (context.type.name === 'SchemaProperties' || typeof node !== 'object' || node === null) return;
        for (const [key, text] of Object.entries(node)) {
          if (typeof text === 'string' && PROSE_KEYS.includes(key)) {
            check(text, context.location.child(key), context);
          } else if (key === 'x-enumDescriptions') {
            for (const [value, meaning] of Object.entries(text as Record<string, string>)) {
              check(meaning, context.location.child([key, value]), context);
            }
          }
        }
      },
    },
  };

  function check(text: string, location: Location, context: RuleContext) {
    // A label that only names a language or a tool is the same in every language.
    if (location.pointer.endsWith('/label') && !text.includes('(')) return;
    if (language === 'ko' && !HANGUL.test(text)) {
      const message = `No Korean text at ${location.pointer}. Add it to the overlay openapi.ko.yaml, or correct the target there that should have matched.`;
      context.report({ message, location });
    }
    if (language === 'en' && HANGUL.test(text)) {
      const message = `Korean text at ${location.pointer}. Write English here and the Korean text in openapi.ko.yaml.`;
      context.report({ message, location });
    }
  }
}
