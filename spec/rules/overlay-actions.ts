import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type JsonValue, query } from 'jsonpath-rfc9535';
import { parse } from 'yaml';
import { isNode, listOf, type Node, objectOf, type Path, type Report, type Rule, reporter } from './rule.ts';
import { MEANINGS, TEXTS } from './texts.ts';

/**
 * Every action of the Korean overlay matches a node, and sets only texts that the node has. Redocly lets an action that
 * matches nothing pass without a word, and adds whatever else an action names.
 */
export function overlayActions(): Rule {
  return {
    Root: {
      enter(overlay, context) {
        const report = reporter(context);
        const file = join(dirname(context.location.source.absoluteRef), String(overlay.extends));
        if (!existsSync(file)) {
          report(
            overlay.extends === undefined ? [] : ['extends'],
            'The overlay extends no file that is there. Write "extends: openapi.yaml".',
          );
          return;
        }
        const contract = parse(readFileSync(file, 'utf8')) as JsonValue;
        listOf(overlay.actions).forEach((action, index) => {
          checkAction(contract, objectOf(action), (path, message) =>
            report(['actions', index, ...path], message),
          );
        });
      },
    },
  };
}

function checkAction(contract: JsonValue, action: Node, report: Report): void {
  const { target, update, remove, copy } = action;
  let matched: JsonValue[];
  try {
    matched = query(contract, String(target));
  } catch {
    report(['target'], `The target ${target} is not a JSONPath. Correct it.`);
    return;
  }
  if (remove !== undefined || copy !== undefined || !isNode(update)) {
    report(
      [],
      'The Korean overlay replaces texts and does nothing else. Write "update", with a text for each key.',
    );
  } else if (matched.length === 0) {
    report(
      ['target'],
      `The target ${target} matches nothing in openapi.yaml. Correct it, or remove the action.`,
    );
  } else {
    for (const node of matched) checkTexts(node, update, ['update'], String(target), report);
  }
}

function checkTexts(node: unknown, update: unknown, at: Path, target: string, report: Report): void {
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
    else if (!TEXTS.includes(key) && at.at(-1) !== MEANINGS) {
      report(
        place,
        `"${key}" is not a text for people, and is the same in both languages. Remove it from the overlay.`,
      );
    }
  }
}
