import Mustache from 'mustache';
import { operationOf } from './operation.ts';
import { listOf, type Node, objectOf } from './rule.ts';
import { LANGUAGES } from './sample-literals.ts';
import { type SampleView, sampleView } from './sample-view.ts';

export { EXIT_CODES } from './exit-codes.ts';

/** Fills the templates of `x-codeSamples` from the contract when it is bundled, so that every sample follows it. */
export function fillSamples() {
  return {
    Root: {
      leave(document: Node) {
        const operation = operationOf(document);
        for (const sample of listOf(operation?.node['x-codeSamples']).map(objectOf)) {
          if (typeof sample.source !== 'string') continue;
          const source = fillSample(document, String(sample.lang), sample.source);
          // Redocly hands out the document to be changed in place.
          Object.assign(sample, { source });
        }
      },
    },
  };
}

/**
 * Fills a template.
 *
 * @param lang the programming language, as `x-codeSamples` names it
 * @param limit the seconds that the sample waits; another number in tests only
 * @throws {Error} for an unknown language or slot, because the sample would be published with a gap
 */
export function fillSample(document: Node, lang: string, template: string, limit?: number): string {
  const language = LANGUAGES[lang];
  if (language === undefined) {
    throw new Error(
      `No code sample can be filled in ${lang}. Add the language to spec/rules/sample-literals.ts.`,
    );
  }
  const view = sampleView(document, language, limit);
  checkSlots(Mustache.parse(template) as Token[], [view], template);
  return Mustache.render(template, view, undefined, { escape: String });
}

/** One part of a parsed template: its kind, its text or name, and for a section the tokens inside of it. */
type Token = [kind: string, name: string, start: number, end: number, inside?: Token[] | string];

function checkSlots(tokens: readonly Token[], scopes: readonly SampleView[], template: string): void {
  for (const [kind, name, , , inside] of tokens) {
    if (kind === 'text') continue;
    if (kind === '>')
      throw new Error(
        `Nothing fills the partial "{{> ${name}}}" of a template. Write a slot, "{{${name}}}".`,
      );
    const scope = scopes.find((one) => name in one);
    if (scope === undefined) {
      throw new Error(
        `A template in spec/samples names the unknown slot "${name}". Correct it: ${template.slice(0, 40)} …`,
      );
    }
    if (!Array.isArray(inside)) continue;
    const [item] = [scope[name]].flat();
    // Mustache renders nothing for an empty list.
    if (Array.isArray(scope[name]) && item === undefined) continue;
    checkSlots(inside, typeof item === 'object' ? [item as SampleView, ...scopes] : scopes, template);
  }
}
