/** Where a lint rule stands, as far as the rules here need it (a part of Redocly's `UserContext`). */
export interface RuleContext {
  report(problem: { message: string; location: Location }): void;
  location: Location;
  type: { name: string };
}

/** A place in the contract. */
export interface Location {
  pointer: string;
  /** The place one key, or several keys, deeper. */
  child(keys: string | string[]): Location;
}

/** The part of an operation that the rules here read. Whatever else is wrong with it, Redocly's own rules report. */
export interface Operation {
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: Content;
  responses?: Record<string, Content & { 'x-order'?: string; 'x-echoes'?: Record<string, string> }>;
}

interface Content {
  content?: Record<string, { examples?: Record<string, Example> }>;
}

interface Example {
  value?: unknown;
  'x-provoked-by'?: Record<string, string>;
}

/** The named JSON examples of a request or a response; empty when there are none. */
export function jsonExamples(holder: Content | undefined): Record<string, Example> {
  return holder?.content?.['application/json']?.examples ?? {};
}

/** Where {@link jsonExamples} stand below their request or response. */
export const EXAMPLES_PATH = ['content', 'application/json', 'examples'];
