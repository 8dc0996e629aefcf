import { marked } from 'marked';

/** Makes a text safe as the content of an element or the value of an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Renders one paragraph of Markdown, without the `<p>` around it. */
export function inline(markdown: string): string {
  return marked.parseInline(markdown.trim(), { async: false });
}

/** Renders the Markdown of a description, as OpenAPI prescribes it (CommonMark). */
export function block(markdown: string): string {
  return marked.parse(markdown, { async: false }).trim();
}

/** A block of code, with the name of its language. */
export function code(text: string, language: string): string {
  return `<pre><code data-language="${escapeHtml(language)}">${escapeHtml(text.trimEnd())}</code></pre>`;
}
