import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case, CaseContext } from '../cases/case.ts';
import type { Finding, Verdict } from '../cases/verdict.ts';
import { textField } from '../contract/bodies.ts';
import type { HttpResponse } from '../http/message.ts';
import { show } from '../http/response.ts';
import { attemptCancel, cancel } from './cancel.ts';
import type { Run } from './state.ts';

const TOLERATED = bilingual(
  'accepted, and ignored as far as the response tells',
  '받아들여짐. 응답으로 보는 한 무시됨',
);

/** A body with less in it than all together. */
interface Variant {
  /** The text without the letters that fill it up: a gateway may limit a body. */
  short: boolean;
  /** The field that the contract does not have is left out. */
  bare: boolean;
}

const VARIANTS: readonly Variant[] = [
  { short: false, bare: false },
  { short: false, bare: true },
  { short: true, bare: false },
  { short: true, bare: true },
];

/** The cases that one cancel can prove. */
export interface Together {
  whole: Case;
  /** Those that it proves. */
  parts: readonly Case[];
  /** The case of a field that the contract does not have, which the server may refuse. */
  aside: Case | undefined;
}

/**
 * Cancels one order with what several cases ask for; where that is refused, the same order with less; and where that fails as well,
 * each asks by itself.
 */
export async function cancelTogether(run: Run, { whole, parts, aside }: Together): Promise<void> {
  const tried: { variant: Variant; response: HttpResponse | undefined }[] = [];
  const variants = VARIANTS.filter(({ bare }) => bare || aside !== undefined);
  const attempt = await attemptCancel(run, {
    ...whole,
    async run(context) {
      let verdict: Verdict | undefined;
      for (const variant of variants) {
        const sent = await sendVariant(context, whole, variant, extraOf(run));
        verdict = sent.verdict;
        tried.push({ variant, response: sent.response });
        if (sent.response === undefined || sent.response.status < 300 || sent.response.status >= 500) break;
      }
      if (verdict === undefined) throw new Error('No cancel was tried.');
      return verdict;
    },
  });
  if (attempt === undefined) {
    for (const one of [whole, ...parts]) run.skip(one);
    return;
  }
  const last = tried.at(-1);
  if (!attempt.accepted || last === undefined) return askAlone(run, whole, parts, attempt.finding);
  const refusedWith = (is: (variant: Variant) => boolean) => tried.find(({ variant }) => is(variant))?.response;
  if (aside !== undefined) {
    const response = last.variant.bare ? refusedWith(({ bare }) => !bare) : undefined;
    observe(run, aside, attempt.finding, response === undefined ? TOLERATED : shown(response));
  }
  run.conclude(whole, attempt.finding);
  const proven = bilingual(`proven by ${whole.id}`, `${whole.id}로 확인됨`);
  for (const one of parts) {
    const response = one.level === 'open' && last.variant.short ? refusedWith(({ short }) => !short) : undefined;
    if (response !== undefined) observe(run, one, attempt.finding, shown(response));
    else if (attempt.finding.outcome === 'passed') run.conclude(one, { ...attempt.finding, remarks: [proven] });
    else run.conclude(one, attempt.finding);
  }
}

/** Each part by itself, on an order of its own. */
async function askAlone(run: Run, whole: Case, parts: readonly Case[], finding: Finding): Promise<void> {
  const failed: string[] = [];
  for (const one of parts) {
    const attempt = await cancel(run, one);
    if (attempt?.finding.outcome === 'failed') failed.push(one.id);
  }
  if (failed.length === 0) return run.conclude(whole, finding);
  const ids = failed.join(', ');
  observe(run, whole, finding, bilingual(`as ${ids} says`, `${ids} 참고`));
}

async function sendVariant(
  context: CaseContext,
  whole: Case,
  { short, bare }: Variant,
  extra: object,
): Promise<{ verdict: Verdict; response: HttpResponse | undefined }> {
  let response: HttpResponse | undefined;
  const name = textField(context.contract)?.name ?? '';
  const verdict = await whole.run({
    ...context,
    async send(change, allowance) {
      const body = { ...(change.body as Record<string, unknown>), ...(bare ? {} : extra) };
      const text = body[name];
      // A character repeated at the end is there for the length alone.
      if (short && typeof text === 'string') body[name] = text.replace(/\s?(.)\1{9,}$/u, '');
      response = await context.send({ ...change, body }, allowance);
      return response;
    },
  });
  return { verdict, response };
}

/** A field that the contract does not have. */
function extraOf({ contract }: Run): object {
  const taken = contract.request.fields.map(({ name }) => name);
  return { [taken.includes('reason') ? `x_${taken.join('_')}` : 'reason']: 'unknown' };
}

function observe(run: Run, one: Case, finding: Finding, remark: Bilingual): void {
  run.conclude(one, { ...finding, outcome: 'observed', evidence: [], remarks: [remark] });
}

function shown(response: HttpResponse): Bilingual {
  return bilingual(`refused: ${show(response)}`, `거부됨: ${show(response)}`);
}
