import { objectOf, type Rule, reporter } from './rule.ts';

/** The words of the introduction that the docs link to the open questions. */
export const OPEN_QUESTIONS = { en: 'open questions', ko: '미해결 질문' } as const;

/** The docs begin with the texts of `info`, which name the open questions. */
export function introduction({ language }: { language: 'en' | 'ko' }): Rule {
  return {
    Root: {
      enter(root, context) {
        const report = reporter(context);
        const info = objectOf(root.info);
        const missing = ['summary', 'description'].filter((key) => typeof info[key] !== 'string');
        for (const key of missing)
          report(['info'], `The docs begin with "${key}", and "info" has none. Add one.`);
        const words = OPEN_QUESTIONS[language];
        if (missing.length === 0 && !String(info.description).includes(words))
          report(
            ['info', 'description'],
            `The introduction does not say "${words}", where the docs link to them. Name them in it.`,
          );
      },
    },
  };
}
