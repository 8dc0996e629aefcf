import { pointerOf, type Rule, reporter } from './rule.ts';
import { visitTexts } from './texts.ts';

const HANGUL = /[가-힣]/;

/**
 * Every text for a person is in the language of its bundle: the English one has no Hangul at all, the Korean one has some
 * in every text.
 */
export function proseLanguage({ language }: { language: 'en' | 'ko' }): Rule {
  return {
    Root: {
      enter(root, context) {
        const report = reporter(context);
        visitTexts(root, (text, at) => {
          // A label that only names a language or a tool is the same in every language.
          if (at.at(-1) === 'label' && !text.includes('(')) return;
          const pointer = pointerOf(at);
          if (language === 'en' && text.trim() === '') {
            report(at, `The text at ${pointer} is empty. Write it, or remove "${at.at(-1)}".`);
          }
          if (language === 'ko' && !HANGUL.test(text)) {
            report(at, `No Korean text at ${pointer}. Add it to the overlay openapi.ko.yaml.`);
          }
          if (language === 'en' && HANGUL.test(text)) {
            report(
              at,
              `Korean text at ${pointer}. Write English here and the Korean text in openapi.ko.yaml.`,
            );
          }
        });
      },
    },
  };
}
