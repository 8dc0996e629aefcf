/** The part of a problem of `redocly lint --format=json` that is read here. */
export interface Problem {
  ruleId: string;
  severity: string;
  message: string;
  suggest: string[];
  location: { source: { ref: string }; pointer?: string; start?: { line: number; col: number } }[];
}

/**
 * The order in which problems are fixed: a problem of one stage causes problems in later stages. A rule that is not named
 * here belongs to the last stage.
 */
const STAGES: readonly (readonly string[])[] = [
  ['contract/document', 'contract/one-operation'],
  [
    'struct',
    'no-unresolved-refs',
    'contract/sample-files',
    'contract/schema-keywords',
    'contract/named-schemas',
  ],
  ['contract/bodies', 'contract/parameters', 'contract/security', 'contract/environments'],
  ['contract/cancels', 'contract/field-names', 'contract/success'],
  [
    'contract/echoes',
    'contract/enum-descriptions',
    'contract/extensions',
    'contract/invalid-requests',
    'contract/provoking-values',
  ],
  [
    'contract/declared-fields',
    'contract/echo-pairs',
    'contract/html',
    'contract/introduction',
    'contract/links',
    'contract/open-responses',
    'contract/prose-language',
  ],
];

/**
 * The errors to fix first: those of the earliest stage that has any, one for each place, from top to bottom.
 */
export function primary(problems: readonly Problem[]): Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const first = Math.min(...errors.map(stageOf));
  const places = new Map<string, Problem>();
  for (const problem of errors.filter((one) => stageOf(one) === first)) {
    const node = nodeOf(problem);
    const known = places.get(node);
    if (known === undefined || helpfulness(problem) > helpfulness(known)) places.set(node, problem);
  }
  return [...places.values()].sort((a, b) => lineOf(a) - lineOf(b));
}

/** Writes a problem on one line: place, message, rule. */
export function toLine(problem: Problem): string {
  const message = problem.message.replaceAll(/\s+/g, ' ').trim();
  const [likely] = problem.suggest;
  const end = /[.?!]$/.test(message) ? '' : '.';
  const advice = likely === undefined ? '' : ` Did you mean "${likely}"?`;
  return `${placeOf(problem)}: ${message}${end}${advice} (${problem.ruleId})`;
}

function stageOf({ ruleId }: Problem): number {
  const stage = STAGES.findIndex((rules) => rules.includes(ruleId));
  return stage === -1 ? STAGES.length : stage;
}

/** The contract's own rules say what to do; Redocly's say it where they have a suggestion. */
function helpfulness({ ruleId, suggest }: Problem): number {
  if (suggest.length > 0) return 2;
  return ruleId.startsWith('contract/') ? 1 : 0;
}

/** The node of the problem. One rule points at its key, another at its value. */
function nodeOf({ location: [place] }: Problem): string {
  return `${place?.source.ref}${place?.pointer}`;
}

function lineOf({ location: [place] }: Problem): number {
  return place?.start?.line ?? 0;
}

function placeOf({ location: [place] }: Problem): string {
  if (place === undefined) return 'openapi.yaml';
  const { source, start, pointer } = place;
  return start === undefined ? `${source.ref}${pointer ?? ''}` : `${source.ref}:${start.line}:${start.col}`;
}
