import { escapeHtml } from './html.ts';

/** Elements that only a running Redoc uses. */
const DROPPED = 'svg, button, select, script, style, .deep-link-anchor, [data-component-name^="Dropdown/"]';
const BLOCKS = 'p, div, ul, ol, dl, table, pre, blockquote, h1, h2, h3, h4, h5, h6';
/** Elements that are kept. Their only attributes are anchors and the addresses of links. */
const KEPT = new Set(
  'a blockquote br code del em h2 h3 h4 h5 h6 hr li ol p span strong table tbody td th thead tr ul'.split(
    ' ',
  ),
);

/** Renders nodes of Redoc's page without its classes, styles and controls. */
export function clean(nodes: Iterable<Node>): string {
  return Array.from(nodes, cleanNode).join('');
}

function cleanNode(node: Node): string {
  if (node.nodeType === 3) return escapeHtml(node.textContent ?? '');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (element.matches(DROPPED)) return '';
  if (element.matches('.schema-property-item')) return cleanField(element);
  const inside = clean(element.childNodes);
  if (GROUP.test(element.id)) return cleanGroup(element);
  if (element.localName === 'div') {
    // A block of blocks has no text of its own.
    if (element.querySelector(BLOCKS) !== null || inside.trim() === '') return inside;
    return `<p>${inside.trim()}</p>`;
  }
  if (!KEPT.has(element.localName)) return inside;
  return `<${element.localName}${attributes(element)}>${inside}</${element.localName}>`;
}

/** The ids of the headings of the parts of a request and a response: path, header, body. */
const GROUP = /\/(?:request|response&c=\w+)\/[^/]+$/;

function cleanGroup(element: Element): string {
  const inner = element.querySelector(':scope > h5, :scope > div');
  const head = inner === null ? element : inner;
  const rest = Array.from(element.childNodes).filter(
    (child) =>
      inner !== null && child !== inner && element.querySelector(':scope > .deep-link-anchor') !== child,
  );
  return `<h4${attributes(element)}>${clean(head.childNodes).trim().replaceAll('<span>', ' <span>')}</h4>${clean(rest)}`;
}

/** A field or a parameter: its name, its type, whether it is required, then its description and its own fields. */
function cleanField(element: Element): string {
  const [head, ...rest] = Array.from(element.children);
  const name = element.querySelector('.schema-name')?.textContent ?? '';
  const facts = Array.from(head?.children ?? [])
    .slice(1)
    .map((fact) => cleanNode(fact));
  return `<div class="field"${attributes(element)}><p class="head"><code>${escapeHtml(name)}</code> ${facts.join(' ')}</p>${clean(rest)}</div>`;
}

function attributes(element: Element): string {
  const id = element.id === '' ? '' : ` id="${escapeHtml(element.id)}"`;
  const href = element.localName === 'a' ? ` href="${escapeHtml(element.getAttribute('href') ?? '')}"` : '';
  return id + href;
}

/** Renders coloured code: each token keeps the name of its kind. */
export function cleanCode(pre: Element): string {
  return `<pre><code>${tokens(pre.childNodes).replace(/\s+$/, '')}</code></pre>`;
}

function tokens(nodes: Iterable<Node>): string {
  return Array.from(nodes, (node) => {
    if (node.nodeType === 3) return escapeHtml(node.textContent ?? '');
    if (node.nodeType !== 1) return '';
    const inside = tokens(node.childNodes);
    const kind = KINDS.find((name) => {
      const { classList } = node as Element;
      return classList.contains(name) || classList.contains(`th-${name}`);
    });
    return kind === undefined || inside.trim() === '' ? inside : `<span class="${kind}">${inside}</span>`;
  }).join('');
}

/** The kinds of tokens that have a colour. If a token has several, the first one counts. */
const KINDS = ['property', 'comment', 'string', 'keyword', 'number', 'boolean', 'function', 'command'];
