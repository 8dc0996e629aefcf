import { fromHtml } from 'hast-util-from-html';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown as write } from 'mdast-util-to-markdown';
import { escapeHtml } from '../html.ts';
import { type PlainOptions, toPlainHtml } from './plain-html.ts';

/** Writes the content of a page as Markdown (GitHub's, which has tables), without a line break at its end. */
export function toMarkdown(html: string, options: PlainOptions): string {
  const tree = fromHtml(toPlainHtml(html, options), { fragment: true });
  const mdast = toMdast(tree, {
    handlers: {
      // Markdown has no anchors of its own, but all renderers know this element.
      a(state, element) {
        const { id, href } = element.properties;
        if (href === undefined && typeof id === 'string')
          return { type: 'html', value: `<a id="${escapeHtml(id)}"></a>` };
        return defaultHandlers.a(state, element);
      },
    },
  });
  return write(mdast, {
    bullet: '-',
    rule: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  }).trim();
}
