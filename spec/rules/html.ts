import { pointerOf, type Rule, reporter } from './rule.ts';
import { visitTexts } from './texts.ts';

/** Code of Markdown, a fenced block or a span: the docs show what is in it as it is written. */
const CODE = /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g;

/** A tag or a comment of HTML. `<https://…>` is a link of Markdown. */
const HTML = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^>]*)?\/?|!--[\s\S]*?--)>/i;

/** No text holds HTML outside code: a page takes `<name>` for a tag, so its reader would not see it. */
export function html(): Rule {
  return {
    Root: {
      enter(root, context) {
        const report = reporter(context);
        visitTexts(root, (text, at) => {
          const tag = HTML.exec(text.replace(CODE, ''))?.[0];
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
