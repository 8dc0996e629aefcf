import { textField, undeclaredField } from '@ax-cloud/contract/request-body';
import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../cases/case.ts';
import type { Finding } from '../cases/verdict.ts';
import type { HttpResponse } from '../http/message.ts';
import { type Attempt, attemptCancel, cancel } from './cancel.ts';
import type { CancelGroup } from './plan.ts';
import type { Made, Run } from './state.ts';
import { crashedOrSilent } from './touch.ts';

const TOLERATED = bilingual(
  'accepted, and ignored as far as the response tells',
  '받아들여짐. 응답으로 보는 한 무시됨',
);

/** A variant of the whole body, with less in it. */
interface Variant {
  /** Without the letters that fill the text up: a gateway may limit the body. */
  short: boolean;
  /** Without the field that the contract does not have. */
  bare: boolean;
}

const VARIANTS: readonly Variant[] = [
  { short: false, bare: false },
  { short: false, bare: true },
  { short: true, bare: false },
  { short: true, bare: true },
];

/**
 * Cancels an order for a case, which also proves the cases of its group.
 *
 * @param aside the case that goes along with the `together` cancel
 */
export async function cancelGroup(
  run: Run,
  [one, ...others]: CancelGroup,
  aside: Case | undefined,
): Promise<void> {
  if (one.role === 'together') {
    await cancelTogether(run, one, others, run.open() === undefined ? undefined : aside);
    return;
  }
  if (one.role !== 'parallel' || others.length === 0) {
    await cancel(run, one);
    return;
  }
  const attempt = await attemptCancel(run, [one]);
  if (attempt === undefined) {
    for (const each of [one, ...others]) run.skip(each);
    return;
  }
  run.conclude(one, attempt.finding);
  for (const pair of others) {
    if (attempt.success === undefined) await cancel(run, pair);
    else await judgeAgain(run, pair, attempt.success, attempt);
  }
}

/** Judges a success by the rule of another case with the same request. Nothing is sent. */
async function judgeAgain(
  run: Run,
  one: Case,
  success: HttpResponse,
  { code, finding }: Attempt,
): Promise<void> {
  const replayed: Case = { ...one, run: (context) => one.run({ ...context, send: async () => success }) };
  const { actual, exchange, durationsMs } = finding;
  run.conclude(one, { ...(await run.make(replayed, code)).finding, actual, exchange, durationsMs });
}

/**
 * Cancels one order with the content of several cases. If the server refuses it, tries the same order with less. If that fails, too,
 * each case cancels an order by itself.
 *
 * @param aside the case of a field that the contract does not have, which the server may refuse
 * @returns whether one cancel proved the cases together
 */
async function cancelTogether(
  run: Run,
  whole: Case,
  parts: readonly Case[],
  aside: Case | undefined,
): Promise<boolean> {
  const variants = VARIANTS.filter(({ bare }) => bare || aside !== undefined);
  const attempt = await attemptCancel(
    run,
    variants.map((variant) => withVariant(run, whole, variant)),
  );
  if (attempt === undefined) {
    for (const one of [whole, ...parts]) run.skip(one);
    return false;
  }
  const { tried, success, finding } = attempt;
  const used = variants[tried.length - 1];
  const [first] = tried;
  if (success === undefined && aside !== undefined && first !== undefined && crashedOrSilent(first)) {
    // The unknown field may have crashed the server. Try once more without it.
    const without = await cancelTogether(run, whole, parts, undefined);
    if (without) run.conclude(aside, first.finding);
    return without;
  }
  if (success === undefined || used === undefined) {
    await askAlone(run, whole, parts, finding);
    return false;
  }
  // The attempts with more in the body.
  const before = tried.slice(0, -1);
  const refused = (is: (variant: Variant) => boolean) =>
    before.find((_, index) => is(variants[index] ?? used));
  if (aside !== undefined)
    concludeOf(run, aside, used.bare ? refused(({ bare }) => !bare) : undefined, finding, TOLERATED);
  run.conclude(whole, finding);
  const proven = bilingual(`proven by ${whole.id}`, `${whole.id}로 확인됨`);
  for (const one of parts) {
    const long = one.level === 'open' && used.short ? refused(({ short }) => !short) : undefined;
    if (long !== undefined) concludeOf(run, one, long, finding, proven);
    else if (finding.outcome === 'passed') run.conclude(one, { ...finding, remarks: [proven] });
    else run.conclude(one, finding);
  }
  return true;
}

/** Concludes a case that went along, as refused or as accepted. A crash or a missing response is neither. */
function concludeOf(run: Run, one: Case, refused: Made | undefined, taken: Finding, remark: Bilingual): void {
  if (refused !== undefined && crashedOrSilent(refused)) {
    run.conclude(one, refused.finding);
    return;
  }
  const finding = refused?.finding ?? taken;
  const shown = bilingual(`refused: ${finding.actual}`, `거부됨: ${finding.actual}`);
  observe(run, one, finding, refused === undefined ? remark : shown);
}

/** Cancels an order for each part separately. */
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

/** The whole case, with a variant of its body. */
function withVariant(run: Run, whole: Case, { short, bare }: Variant): Case {
  return {
    ...whole,
    run: (context) =>
      whole.run({
        ...context,
        send(change, allowance) {
          const body = { ...(change.body as Record<string, unknown>), ...(bare ? {} : extraOf(run)) };
          const name = textField(context.contract)?.name ?? '';
          const text = body[name];
          // The repeated character at the end is only filler.
          if (short && typeof text === 'string') body[name] = text.replace(/\s?(.)\1{9,}$/u, '');
          return context.send({ ...change, body }, allowance);
        },
      }),
  };
}

/** A field that the contract does not have. */
function extraOf({ contract }: Run): object {
  return { [undeclaredField(contract)]: 'unknown' };
}

function observe(run: Run, one: Case, finding: Finding, remark: Bilingual): void {
  run.conclude(one, { ...finding, outcome: 'observed', evidence: [], remarks: [remark] });
}
