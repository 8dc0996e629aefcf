import { fileURLToPath } from 'node:url';
import contractRules from '../rules/plugin.ts';
import { type Problem, primary } from '../rules/problem.ts';
import { type Node, pointerOf, type Rule, type RuleContext } from '../rules/rule.ts';

/** What the rules read beside a contract stands beside the pinned one. */
const file = fileURLToPath(new URL('pinned/openapi.yaml', import.meta.url));

/** Runs the rules for the English contract on a document, in this process: the problems that `pnpm lint` would print. */
export function problemsOf(document: Node): Problem[] {
  return primary(
    Object.entries(contractRules().rules.oas3).flatMap(([name, make]) =>
      run(name, make({ language: 'en' }), document),
    ),
  );
}

/** Runs the rule for the Korean overlay. */
export function overlayProblemsOf(overlay: Node): Problem[] {
  return primary(run('overlay-actions', contractRules().rules.overlay1['overlay-actions'](), overlay));
}

function run(name: string, rule: Rule, document: Node): Problem[] {
  const found: Problem[] = [];
  const at = (pointer: string): RuleContext['location'] => ({
    pointer,
    source: { absoluteRef: file },
    child: (keys) => at(`${pointer}${pointerOf([keys].flat()).slice(1)}`),
  });
  const report: RuleContext['report'] = ({ message, location: { pointer } }) =>
    found.push({
      ruleId: `contract/${name}`,
      severity: 'error',
      message,
      suggest: [],
      location: [{ source: { ref: 'openapi.yaml' }, pointer }],
    });
  rule.Root.enter(document, { report, location: at('#') });
  return found;
}
