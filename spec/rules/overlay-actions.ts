import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type JsonValue, query } from 'jsonpath-rfc9535';
import { parse } from 'yaml';
import { isNode, listOf, objectOf, type Path, type RuleContext } from './rule.ts';

/** The keys whose values are texts for people. */
const TEXTS = ['title', 'summary', 'description', 'label'];

/**
 * Every action of the Korean overlay matches a node, and sets only texts that the node has. Redocly lets an action that
 * matches nothing pass without a word, and adds whatever else an action names.
 */
export function overlayActions() {
  return {
    Root: {
      enter(overlay: unknown, { report, location }: RuleContext) {
        const folder = dirname(location.source.absoluteRef);
        const file = join(folder, String(objectOf(overlay).extends));
        if (!existsSync(file)) {
          report({
            message: 'The overlay extends no file that is there. Write "extends: openapi.yaml".',
            location: location.child('extends'),
          });
          return;
        }
        const contract = parse(readFileSync(file, 'utf8')) as JsonValue;
        listOf(objectOf(overlay).actions).forEach((action, index) => {
          checkAction(contract, objectOf(action), (path, message) =>
            report({ message, location: location.child(['actions', index, ...path].map(String)) }),
          );
        });
      },
    },
  };
}

function checkAction(
  contract: JsonValue,
  action: Readonly<Record<string, unknown>>,
  report: (path: Path, message: string) => void,
): void {
  const { target, update, remove, copy } = action;
  let matched: JsonValue[];
  try {
    matched = query(contract, String(target));
  } catch {
    report(['target'], `The target ${target} is not a JSONPath. Correct it.`);
    return;
  }
  if (remove !== undefined || copy !== undefined) {
    report([], 'The Korean overlay replaces texts and does nothing else. Write "update".');
  } else if (matched.length === 0) {
    report(
      ['target'],
      `The target ${target} matches nothing in openapi.yaml. Correct it, or remove the action.`,
    );
  } else {
    for (const node of matched) checkTexts(node, update, ['update'], String(target), report);
  }
}

function checkTexts(
  node: unknown,
  update: unknown,
  at: Path,
  target: string,
  report: (path: Path, message: string) => void,
): void {
  for (const [key, text] of Object.entries(objectOf(update))) {
    const [place, there] = [[...at, key], objectOf(node)[key]];
    if (there === undefined)
      report(
        place,
        `${target} has no "${key}" in openapi.yaml. Add the English text there, or remove this one.`,
      );
    else if (isNode(text)) checkTexts(there, text, place, target, report);
    else if (typeof text !== 'string' || typeof there !== 'string')
      report(place, `"${key}" is not a text. The Korean overlay replaces texts and nothing else.`);
    else if (!TEXTS.includes(key) && at.at(-1) !== 'x-enumDescriptions') {
      report(
        place,
        `"${key}" is not a text for people, and is the same in both languages. Remove it from the overlay.`,
      );
    }
  }
}
