import type { Place } from './place.ts';
import { colonOf, dashOf, withComments } from './source-edit.ts';
import { type Entry, isFlow, type Span, spanOf, type YamlSource } from './yaml-source.ts';

/**
 * Removes the entry or item at a place, with the comment lines right above it. A map or a list that loses its last part is
 * left empty.
 */
export function removeAt(source: YamlSource, place: Place): YamlSource {
  const { node: holder, entries, items, index } = source.holder(place);
  const spans = entries?.map(entrySpan) ?? items?.map(spanOf) ?? [];
  const span = spans[index];
  if (span === undefined) throw new Error(`Nothing stands at /${place.join('/')}.`);
  if (spans.length === 1) return emptyHolder(source, place.slice(0, -1), entries === undefined ? '[]' : '{}');
  if (isFlow(holder)) return source.splice(withComma(spans, index), '');
  const entry = entries?.[index];
  const next = entries?.[index + 1];
  if (entry !== undefined && followsDash(source, entry)) {
    // The next entry takes the place after the "- ".
    return source.splice({ start: span.start, end: spanOf((next ?? entry).key).start }, '');
  }
  const first = entry === undefined ? dashOf(source, source.node(place)) : span.start;
  const start = withComments(source, source.lineStart(first));
  return source.splice(withBlankLine(source.text, { start, end: source.lineEnd(span.end) }), '');
}

function entrySpan({ key, value }: Entry): Span {
  return { start: spanOf(key).start, end: Math.max(spanOf(key).end + 1, spanOf(value).end) };
}

/** The span of one of several parts in braces or brackets, with the comma that goes with it. */
function withComma(spans: readonly Span[], index: number): Span {
  const [span, next, previous] = [spans[index], spans[index + 1], spans[index - 1]];
  const [start, end] = [span?.start ?? 0, span?.end ?? 0];
  return next === undefined ? { start: previous?.end ?? start, end } : { start, end: next.start };
}

function emptyHolder(source: YamlSource, place: Place, empty: string): YamlSource {
  const node = source.node(place);
  if (isFlow(node)) return source.splice(spanOf(node), empty);
  const { entries, index } = source.holder(place);
  const entry = entries?.[index];
  const { start, end } = spanOf(node);
  if (entry === undefined) return source.splice({ start, end: source.lineEnd(end) }, `${empty}\n`);
  return source.splice({ start: colonOf(source, entry) + 1, end: source.lineEnd(end) }, ` ${empty}\n`);
}

function followsDash(source: YamlSource, { key }: Entry): boolean {
  const { start } = spanOf(key);
  return source.slice({ start: source.lineStart(start), end: start }).includes('-');
}

/** Also removes a blank line that would stand twice after the removal, or at the end of the text. */
function withBlankLine(text: string, { start, end }: Span): Span {
  const before = start === 0 || text.slice(0, start).endsWith('\n\n');
  if (before && text[end] === '\n') return { start, end: end + 1 };
  return before && end === text.length && start > 0 ? { start: start - 1, end } : { start, end };
}
