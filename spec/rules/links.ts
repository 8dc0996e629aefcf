import { pointerOf, type Rule, reporter } from './rule.ts';
import { plainMarkdown, visitTexts } from './texts.ts';

/** The beginning of an image, or a link with its target, in Markdown. */
const LINK = /(!\[[^\]]*\])|\]\(\s*<?([^)>\s]*)|^ {0,3}\[[^\]]+\]:\s*(\S+)/gm;

/** Links lead to an https address, because a text stands on several pages. The pages load no images from elsewhere. */
export function links(): Rule {
  return {
    Root: {
      enter(root, context) {
        const report = reporter(context);
        visitTexts(root, (text, at) => {
          for (const [, image, inline, reference] of plainMarkdown(text).matchAll(LINK)) {
            const target = inline ?? reference ?? '';
            if (image !== undefined) {
              report(at, `No page shows the image ${image} at ${pointerOf(at)}. Describe it in words.`);
              return;
            }
            if (!/^https:\/\/./.test(target)) {
              report(
                at,
                `The link to "${target}" at ${pointerOf(at)} leads nowhere on a page. Write an https address, or no link.`,
              );
              return;
            }
          }
        });
      },
    },
  };
}
