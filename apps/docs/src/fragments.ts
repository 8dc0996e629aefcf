import { clean, cleanCode } from './clean.ts';
import type { Content, Section } from './content.ts';
import type { Unfolded } from './unfold.ts';

/**
 * Takes Redoc's page apart. The selectors have been stable over its updates; none is a class of its styles.
 *
 * @throws {Error} naming a selector that finds nothing
 */
export function takeApart(page: Document, unfolded: Unfolded): Content {
  const root = page.body;
  const id = `other/${unfolded.operation.toLowerCase()}`;
  const operations = findOperations(root);
  const operation = operations(unfolded.operation);
  const request = find(operation, `[id="${id}/request"]`);
  const [description, parts] = splitRequest(request);
  return {
    introduction: clean(root.querySelector('[data-section-id="/"] [data-section-id="/"]')?.childNodes ?? []),
    sections: Array.from(root.querySelectorAll('[data-section-id^="/section/"]'), readSection),
    operation: { id, title: titleOf(operation, 'h2'), html: clean(description) },
    request: { id: request.id, title: titleOf(request, 'h4'), html: clean(parts) },
    responsesHeading: readResponsesHeading(operation, id),
    responses: Array.from(unfolded.responses, ([status, part]) => ({
      status,
      html: moveAnchors(readResponse(operations(part), part), part, id),
    })),
    code: new Map(
      Array.from(unfolded.snippets, ([key, part]) => [
        key,
        cleanCode(find(operations(part), '.panel-request-samples [data-testid="source-code"]')),
      ]),
    ),
  };
}

/** Gives the sections of a page the anchors of the same sections in another language. Their own anchors still work. */
export function alignSections(content: Content, anchors: readonly Section[]): Content {
  const sections = content.sections.map((own, index) => {
    const id = anchors[index]?.id ?? own.id;
    return id === own.id ? own : { ...own, id, html: `<span id="${own.id}"></span>${own.html}` };
  });
  return { ...content, sections };
}

/** Gives an operation's section by the operation's name. The page is looked through once, because it has many. */
function findOperations(root: Element): (name: string) => Element {
  const sections = new Map(
    Array.from(root.querySelectorAll('[data-section-id^="/other/"]'), (element) => [
      element.getAttribute('data-section-id'),
      element,
    ]),
  );
  return (name) => {
    const id = `/other/${name.toLowerCase()}`;
    const found = sections.get(id);
    if (found === undefined) throw nothingAt(`[data-section-id="${id}"]`);
    return found;
  };
}

function readSection(element: Element): Section {
  const heading = find(element, '[id^="section/"]');
  const rest = Array.from(element.children).map((child) =>
    child.contains(heading) ? Array.from(child.children).filter((one) => one !== heading) : [child],
  );
  return { id: heading.id, title: textOf(heading), html: clean(rest.flat()) };
}

/** Splits the request into the description of the operation, and the parameters and the body. */
function splitRequest(heading: Element): [description: Element[], parts: Element[]] {
  const after = followers(heading);
  const first = after.findIndex((element) => !element.matches('[data-component-name="Markdown/Markdown"]'));
  return first === -1 ? [after, []] : [after.slice(0, first), after.slice(first)];
}

function readResponsesHeading(operation: Element, id: string): Omit<Section, 'html'> {
  const heading = find(operation, `[id="${id}/responses"]`);
  return { id: heading.id, title: titleOf(heading, 'h4') };
}

function readResponse(operation: Element, part: string): string {
  const heading = find(operation, `[id="other/${part}/responses"]`);
  const content = clean(followers(heading));
  if (content.trim() === '') throw nothingAt(`[id="other/${part}/responses"] ~ *`);
  return content;
}

function moveAnchors(html: string, part: string, id: string): string {
  return html.replaceAll(`other/${part}/`, `${id}/`);
}

function followers(element: Element): Element[] {
  const next = element.nextElementSibling;
  return next === null ? [] : [next, ...followers(next)];
}

function titleOf(element: Element, heading: string): string {
  return textOf(find(element, heading));
}

function textOf(element: Element): string {
  return (element.textContent ?? '').trim();
}

function find(root: Element, selector: string): Element {
  const found = root.querySelector(selector);
  if (found === null) throw nothingAt(selector);
  return found;
}

function nothingAt(selector: string): Error {
  return new Error(
    `Redoc's page has nothing at ${selector}. @redocly/cli has changed: adapt apps/docs/src/fragments.ts, or go back to the pinned version.`,
  );
}
