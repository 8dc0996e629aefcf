import { escapeHtml } from './html.ts';
import { responseAnchor } from './responses-section.ts';
import type { ShownContract } from './shown-contract.ts';

/** An entry of a page's menu. */
export interface MenuEntry {
  href: string;
  title: string;
  entries?: readonly MenuEntry[];
}

/** The menu of the reference: its sections, and every response. */
export function referenceMenu({ content }: ShownContract): MenuEntry[] {
  const { operation, request, responsesHeading, responses, sections } = content;
  return [
    {
      href: `#${operation.id}`,
      title: operation.title,
      entries: [
        { href: `#${request.id}`, title: request.title },
        {
          href: `#${responsesHeading.id}`,
          title: responsesHeading.title,
          entries: responses.map(({ status }) => ({
            href: `#${responseAnchor(operation.id, status)}`,
            title: String(status),
          })),
        },
      ],
    },
    ...sections.map(({ id, title }) => ({ href: `#${id}`, title })),
  ];
}

/** Renders a menu as a list. */
export function renderMenu(entries: readonly MenuEntry[]): string {
  const items = entries.map(
    ({ href, title, entries: below = [] }) =>
      `<li><a href="${escapeHtml(href)}">${escapeHtml(title)}</a>${below.length === 0 ? '' : renderMenu(below)}</li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}
