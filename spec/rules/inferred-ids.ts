import { resolvePointer } from './expression.ts';
import { listOf, objectOf, pointerOf, type Rule, readBeside, reporter } from './rule.ts';
import { visitTexts } from './texts.ts';

const MARK = /\((?:inferred|추정): ([a-z0-9-]+(?:, [a-z0-9-]+)*)\)/g;
/** The legend explains the word in bold, and the extension beside it. */
const LEGEND = /\*\*(?:Inferred|추정)\*\*|x-inferred/g;

/**
 * Whatever a text says is inferred names its question: `(inferred: order-code-in-path)`, `(추정: order-code-in-path)`. The
 * docs link it by that, and the answer to the question finds every place that it changes.
 *
 * @param sameAs the contract whose texts must name the same questions at the same places
 */
export function inferredIds({ sameAs }: { sameAs?: string }): Rule {
  return {
    Root: {
      enter(root, context) {
        const report = reporter(context);
        const file = context.location.source.absoluteRef;
        const ledger = objectOf(readBeside(file, 'source.yaml'));
        const known = listOf(ledger.questions).map((question) => objectOf(question).id);
        const english = sameAs === undefined ? undefined : readBeside(file, sameAs);
        visitTexts(root, (text, at) => {
          const word = /inferred|추정/i.exec(text.replaceAll(MARK, '').replaceAll(LEGEND, ''))?.[0];
          if (word !== undefined) {
            const mark = english === undefined ? '(inferred: ID)' : '(추정: ID)';
            report(at, `"${word}" names no question. Write "${mark}", with an id of source.yaml.`);
            return;
          }
          const ids = idsIn(text);
          const unknown = ids.find((id) => !known.includes(id));
          if (unknown !== undefined) {
            report(at, `"${unknown}" is not a question of source.yaml. Correct the id, or add the question.`);
          } else if (english !== undefined) {
            const original = resolvePointer(english, pointerOf(at));
            const wanted = idsIn(String(original)).toSorted().join(', ');
            const named = ids.toSorted().join(', ');
            if (typeof original === 'string' && named !== wanted) {
              report(
                at,
                `The Korean text at ${pointerOf(at)} names the questions "${named}", the English one "${wanted}". Name the same in openapi.ko.yaml.`,
              );
            }
          }
        });
      },
    },
  };
}

function idsIn(text: string): string[] {
  return [...text.matchAll(MARK)].flatMap(([, ids = '']) => ids.split(', '));
}
