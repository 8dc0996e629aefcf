/** A problem as `redocly lint --format=json` writes it, as far as it is read here. */
export interface Problem {
  ruleId: string;
  severity: string;
  message: string;
  suggest: string[];
  location: { source: { ref: string }; pointer?: string; start?: { line: number; col: number } }[];
}

/** Redocly's rules about the form of a document. What breaks it makes the other rules report what merely follows. */
const FORM = ['struct', 'no-unresolved-refs'];

/** The errors that a person has to mend: those of the form alone where there are any, and one for each place. */
export function primary(problems: readonly Problem[]): Problem[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const places = new Map<string, Problem>();
  for (const problem of errors) {
    const known = places.get(placeOf(problem));
    // The contract's own rules say what to do, Redocly's often only what is wrong.
    if (known === undefined || (isOwn(problem) && !isOwn(known))) places.set(placeOf(problem), problem);
  }
  const found = [...places.values()];
  const ofForm = found.filter(({ ruleId }) => FORM.includes(ruleId));
  return ofForm.length > 0 ? ofForm : found;
}

/** Writes a problem on one line: place, message, rule. */
export function toLine(problem: Problem): string {
  const message = problem.message.replaceAll(/\s+/g, ' ').trim();
  const [likely] = problem.suggest;
  const advice = likely === undefined ? '' : ` Did you mean "${likely}"?`;
  return `${placeOf(problem)}: ${message}${advice} (${problem.ruleId})`;
}

function placeOf({ location: [place] }: Problem): string {
  if (place === undefined) return 'openapi.yaml';
  const { source, start, pointer } = place;
  return start === undefined ? `${source.ref}${pointer ?? ''}` : `${source.ref}:${start.line}:${start.col}`;
}

function isOwn({ ruleId }: Problem): boolean {
  return ruleId.startsWith('contract/');
}
