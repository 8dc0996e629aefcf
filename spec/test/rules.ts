import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import contractRules from '../rules/plugin.ts';
import { pointerOf, type RuleContext } from '../rules/rule.ts';

const file = fileURLToPath(new URL('../openapi.yaml', import.meta.url));
const text = readFileSync(file, 'utf8');

/** A document, loosely typed, for a test to edit. */
// biome-ignore lint/suspicious/noExplicitAny: a test edits any node of the document
export type Document = any;

/** One problem that a rule reports. */
export interface Problem {
  rule: string;
  pointer: string;
  message: string;
}

/** Runs every rule for the English contract over a copy of it that is edited, in this process. */
export function problemsOf(edit: (document: Document, operation: Document) => void): Problem[] {
  const document: Document = parse(text);
  const [item] = Object.values(document.paths) as Document[];
  edit(document, item.patch);
  return Object.entries(contractRules().rules.oas3).flatMap(([rule, make]) => {
    const found: Problem[] = [];
    const at = (pointer: string): RuleContext['location'] => ({
      pointer,
      source: { absoluteRef: file },
      child: (keys) => at(`${pointer}/${pointerOf([keys].flat()).slice(2)}`),
    });
    const report: RuleContext['report'] = ({ message, location }) =>
      found.push({ rule, message, pointer: location.pointer });
    const options = { language: 'en' } as const;
    make(options).Root.enter(document, { report, location: at('#') });
    return found;
  });
}
