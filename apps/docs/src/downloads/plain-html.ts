import { parseContent } from '../places.ts';
import { textWithout } from '../search-entries.ts';

/** What the conversion of a page to Markdown needs. */
export interface PlainOptions {
  /** The anchors that some page links to; the others are left out. */
  anchors: ReadonlySet<string>;
  /** The name of the programming language of a tab, by the tab's label. */
  languages: ReadonlyMap<string, string>;
  /** The word before the name of an example. */
  example: string;
}

/** Controls, and elements that only a browser uses. */
const CONTROLS = 'button, input, select, textarea, output, form, dialog, fieldset, script, style, template';

/**
 * Writes the content of a page in elements that Markdown has: tabs become headings, fields become a list, pictures become their
 * texts, and controls are removed.
 */
export function toPlainHtml(html: string, options: PlainOptions): string {
  const main = parseContent(html);
  for (const pre of main.querySelectorAll('pre')) nameLanguage(pre, options);
  for (const panel of main.querySelectorAll('.tabs > .panel')) headPanel(panel);
  for (const control of main.querySelectorAll(CONTROLS)) control.remove();
  // A style keeps these apart on the page.
  for (const next of main.querySelectorAll('p > span + span')) next.before(' ');
  for (const variant of main.querySelectorAll('[data-option]')) nameVariant(variant, options);
  for (const picture of main.querySelectorAll('svg, img')) replacePicture(picture);
  for (const kind of main.querySelectorAll('article > .kind')) kind.nextElementSibling?.after(kind);
  for (const list of main.querySelectorAll('dl')) unfoldDefinitions(list);
  for (const anchored of main.querySelectorAll('[id]')) keepAnchor(anchored, options);
  for (const heading of main.querySelectorAll('h1 > a[href], h2 > a[href], h3 > a[href], h4 > a[href]'))
    heading.replaceWith(...heading.childNodes);
  // From the inside out, so that a field holds the list of its own fields.
  for (const field of Array.from(main.querySelectorAll('.field')).toReversed()) toItem(field);
  return main.innerHTML;
}

/** The language of code comes from its tab; the language of a body is JSON. */
function nameLanguage(pre: Element, { languages }: PlainOptions): void {
  const code = pre.querySelector('code');
  if (code === null) return;
  const label = pre.closest('.panel')?.previousElementSibling?.textContent?.trim() ?? '';
  const language = code.getAttribute('data-language') ?? languages.get(label) ?? 'json';
  code.className = `language-${language}`;
  // Drops the coloured tokens.
  code.textContent = code.textContent ?? '';
}

/** The label of a tab becomes the heading of its panel, one level below the heading of the tabs. */
function headPanel(panel: Element): void {
  const label = panel.previousElementSibling;
  if (label?.localName !== 'label') return;
  const level = levelAbove(panel) + 1;
  const heading = panel.ownerDocument.createElement(`h${level}`);
  heading.innerHTML = label.innerHTML;
  label.replaceWith(heading);
  lowerHeadings(panel, level);
}

/** Moves the headings in a panel below the panel's own heading. */
function lowerHeadings(panel: Element, level: number): void {
  const headings = Array.from(panel.querySelectorAll('h3, h4, h5'));
  const levels = headings.map(({ localName }) => Number(localName.slice(1)));
  const by = Math.max(level + 1 - Math.min(...levels), 0);
  headings.forEach((heading, index) => {
    const lower = Math.min((levels[index] ?? 0) + by, 6);
    heading.outerHTML = `<h${lower}>${heading.innerHTML}</h${lower}>`;
  });
}

function levelAbove(element: Element): number {
  for (
    let place = element.closest('.tabs')?.parentElement ?? null;
    place !== null;
    place = place.parentElement
  ) {
    const heading = place.querySelector(':scope > h1, :scope > h2, :scope > h3, :scope > h4');
    if (heading !== null) return Number(heading.localName.slice(1));
  }
  return 1;
}

function nameVariant(variant: Element, { example }: PlainOptions): void {
  if (variant.textContent?.trim() === '') return;
  const option = variant.getAttribute('data-option') ?? '';
  const name = variant.ownerDocument.createElement('p');
  const strong = variant.ownerDocument.createElement('strong');
  strong.textContent = `${example}: ${option}`;
  name.append(strong);
  variant.prepend(name);
}

/** Replaces a picture by its label, or its title and description; without a description, by the texts in it. */
function replacePicture(picture: Element): void {
  const caption = picture.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? '';
  const label = picture.getAttribute('aria-label') ?? picture.getAttribute('alt');
  const texts = (selector: string) =>
    Array.from(picture.querySelectorAll(selector), (part) => textWithout(part));
  const described = texts('desc').length > 0 ? texts('desc') : texts('text');
  const words = label === null ? [...texts('title'), ...described] : [label];
  const text = picture.ownerDocument.createElement('p');
  text.textContent = words.filter((one) => one !== '' && one !== caption).join(' · ');
  picture.replaceWith(text);
}

/** Writes each term in bold, with its definition below. */
function unfoldDefinitions(list: Element): void {
  for (const term of list.querySelectorAll(':scope > dt')) {
    term.outerHTML = `<p><strong>${term.innerHTML}</strong></p>`;
  }
  for (const definition of list.querySelectorAll(':scope > dd'))
    definition.outerHTML = `<div>${definition.innerHTML}</div>`;
  list.outerHTML = `<div>${list.innerHTML}</div>`;
}

const HEADING = /^h\d$/;
/** Elements that may begin with an anchor. */
const PROSE = /^(h\d|p|a|span|div|section|article|li)$/;

function keepAnchor(anchored: Element, { anchors }: PlainOptions): void {
  const { id } = anchored;
  anchored.removeAttribute('id');
  if (!anchors.has(id)) return;
  const anchor = anchored.ownerDocument.createElement('a');
  anchor.id = id;
  const first = anchored.firstElementChild;
  if (first !== null && HEADING.test(first.localName)) first.prepend(anchor);
  else if (PROSE.test(anchored.localName)) anchored.prepend(anchor);
  else anchored.before(anchor);
}

/** A field becomes the item of a list; fields that follow each other are one list. */
function toItem(field: Element): void {
  const item = field.ownerDocument.createElement('li');
  item.append(...field.childNodes);
  const next = field.nextElementSibling;
  if (next?.matches('ul.fields')) {
    next.prepend(item);
    field.remove();
    return;
  }
  const list = field.ownerDocument.createElement('ul');
  list.className = 'fields';
  list.append(item);
  field.replaceWith(list);
}
