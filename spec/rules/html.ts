import { pointerOf, type Rule, reporter } from './rule.ts';
import { plainMarkdown, visitTexts } from './texts.ts';

/** A tag or a comment of HTML. `<https://…>` is a link of Markdown. */
const HTML = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^>]*)?\/?|!--[\s\S]*?--)>/i;

/** Texts hold no HTML outside code. A page takes `<name>` for a tag, so the reader would not see it. */
export function html(): Rule {
  return {
    Root: {
      enter(root, context) {
        const report = reporter(context);
        visitTexts(root, (text, at) => {
          const tag = HTML.exec(plainMarkdown(text))?.[0];
          if (tag === undefined) return;
          report(
            at,
            `A page does not show ${tag} at ${pointerOf(at)}. Put it between backticks, or write Markdown instead.`,
          );
        });
      },
    },
  };
}
