import { resolvePointer } from './expression.ts';
import { type Certainty, MARK_EXTENSIONS, MARK_WORDS, marksIn, replaceMarks } from './marks.ts';
import { listOf, objectOf, pointerOf, type Rule, readBeside, reporter } from './rule.ts';
import { visitNodes, visitTexts } from './texts.ts';

/** The legend explains the word in bold, the form of a mark, and the extension. */
const LEGEND = /\*\*(?:Inferred|추정)\*\*|`\((?:inferred|추정): …\)`|`x-inferred`/g;

/**
 * Whatever a text says is inferred names its question: `(inferred: order-code-in-path)`, `(추정: order-code-in-path)`. The
 * docs link it by that, and the answer to the question finds every place that it changes. Only a question
 * that the ledger has settled is marked as observed or confirmed.
 *
 * @param sameAs the contract whose texts must have the same marks at the same places
 */
export function markedQuestions({ sameAs }: { sameAs?: string }): Rule {
  return {
    Root: {
      enter(root, context) {
        const report = reporter(context);
        const file = context.location.source.absoluteRef;
        const language = sameAs === undefined ? 'en' : 'ko';
        const english = sameAs === undefined ? undefined : readBeside(file, sameAs);
        const problemOf = questionProblems(objectOf(readBeside(file, 'source.yaml')));
        visitTexts(root, (text, at) => {
          const word = /inferred|추정/i.exec(replaceMarks(text, () => '').replaceAll(LEGEND, ''))?.[0];
          if (word !== undefined) {
            const mark = `(${MARK_WORDS.inferred[language]}: ID)`;
            report(at, `"${word}" names no question. Write "${mark}", with an id of source.yaml.`);
            return;
          }
          const foreign = marksIn(text).find((one) => one.word !== MARK_WORDS[one.certainty][language]);
          if (foreign !== undefined) {
            report(
              at,
              `The mark "${foreign.word}" is in the other language. Write "${MARK_WORDS[foreign.certainty][language]}".`,
            );
            return;
          }
          const problem = marksIn(text)
            .flatMap(({ certainty, questions }) => questions.map((id) => problemOf(id, certainty)))
            .find((one) => one !== undefined);
          if (problem !== undefined) {
            report(at, problem);
          } else if (english !== undefined) {
            const original = resolvePointer(english, pointerOf(at));
            const [named, wanted] = [listed(text), listed(String(original))];
            if (typeof original === 'string' && named !== wanted) {
              report(
                at,
                `The Korean text at ${pointerOf(at)} marks the questions "${named}", the English one "${wanted}". Mark the same in openapi.ko.yaml.`,
              );
            }
          }
        });
        // The extensions are the same in both languages.
        if (english !== undefined) return;
        visitNodes(root, (node, at) => {
          for (const [certainty, key] of Object.entries(MARK_EXTENSIONS) as [Certainty, string][]) {
            const problem = node[key] === undefined ? undefined : problemOf(String(node[key]), certainty);
            if (problem !== undefined) report([...at, key], problem);
          }
        });
      },
    },
  };
}

/** Returns what is wrong with a mark, or undefined. */
function questionProblems(ledger: Readonly<Record<string, unknown>>) {
  const questions = new Map(listOf(ledger.questions).map((one) => [objectOf(one).id, objectOf(one)]));
  return (id: string, certainty: Certainty): string | undefined => {
    const question = questions.get(id);
    if (question === undefined)
      return `"${id}" is not a question of source.yaml. Correct the id, or add the question.`;
    const settled = question.settled === undefined ? undefined : objectOf(question.settled).as;
    if (certainty === 'inferred' || certainty === settled) return undefined;
    return `"${id}" is not ${certainty} in source.yaml. Settle the question with "pnpm settle", or mark it as inferred.`;
  };
}

/** The questions that a text marks, with their certainty, sorted. */
function listed(text: string): string {
  const marked = marksIn(text).flatMap(({ certainty, questions }) =>
    questions.map((id) => (certainty === 'inferred' ? id : `${certainty} ${id}`)),
  );
  return marked.toSorted().join(', ');
}
