import { ORDERS, type ReportUnderTest, type RunBehind } from './run-behind.ts';

const EXIT_CODES: Readonly<Record<string, number>> = {
  passed: 0,
  failed: 1,
  'could not run': 2,
  incomplete: 3,
};

/** The false claims in a run's report, one line each. No condition may cause one. */
export function untruths(run: RunBehind, baseline: RunBehind): string[] {
  const { report, missingFiles } = run;
  const missing = missingFiles.map((name) => `${name} was not written`);
  if (report === undefined) return missing;
  return [
    ...missing,
    ...untrueVerdict(report, run.code),
    ...untrueOrders(report.orders, run),
    ...untrueAnswers(report, run, baseline.report),
  ];
}

/** The ids of the failed cases in a report. */
export function failures({ report }: RunBehind): string[] {
  return (report?.cases ?? []).filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
}

function untrueVerdict({ summary, cases }: ReportUnderTest, code: number | null): string[] {
  const { verdict, exitCode, counts, reasons = [] } = summary;
  const lines: string[] = [];
  if (exitCode !== EXIT_CODES[verdict])
    lines.push(`the verdict is ${verdict}, the exit code in it ${exitCode}`);
  if (code !== exitCode) lines.push(`the exit code is ${code}, in the report ${exitCode}`);
  for (const outcome of ['passed', 'failed', 'observed', 'skipped', 'error', 'not run']) {
    const count = cases.filter((one) => one.outcome === outcome).length;
    if (counts[outcome] !== count) lines.push(`counts has ${counts[outcome]} ${outcome}, there are ${count}`);
  }
  if ((counts.failed ?? 0) > 0 !== (verdict === 'failed'))
    lines.push(`${verdict} with ${counts.failed} failed`);
  if (verdict === 'passed' && (counts['not run'] ?? 0) > 0)
    lines.push(`passed with ${counts['not run']} not run`);
  for (const { id, actual } of cases.filter(({ outcome }) => outcome === 'error')) {
    lines.push(`the suite itself failed at ${id}: ${actual}`);
  }
  if (/incomplete|could not run/.test(verdict) && reasons.length === 0)
    lines.push(`${verdict} without a reason`);
  if (verdict === 'passed' && reasons.length > 0) lines.push(`passed, with the reason ${reasons[0]?.en}`);
  for (const { en, ko } of reasons) {
    if (!/[가-힣]/.test(ko)) lines.push(`the reason "${en}" is not in Korean`);
  }
  return lines;
}

function untrueOrders(
  orders: ReportUnderTest['orders'],
  { requests, arrivals, cancelled }: RunBehind,
): string[] {
  const reported = (code: string) => Object.keys(orders).filter((list) => orders[list]?.includes(code));
  const atServer = codesIn(requests.map((line) => line.replace(/^\S+ /, '')));
  const sent = codesIn(arrivals.map(({ url }) => url));
  return ORDERS.flatMap((code, index) => {
    const lists = reported(code);
    const [list] = lists;
    const order = `order ${index + 1}`;
    const lines: string[] = [];
    if (lists.length !== 1) lines.push(`${order} is in ${lists.length} lists: ${lists.join(', ')}`);
    if (list === undefined) return lines;
    if (cancelled.includes(code) && !['cancelled', 'unknown'].includes(list)) {
      lines.push(`${order} was cancelled by this run, and is reported as ${list}`);
    }
    if (!cancelled.includes(code) && /^(alreadyC|c)ancelled$/.test(list)) {
      lines.push(`${order} is not cancelled, and is reported as ${list}`);
    }
    if (list === 'untouched' && atServer.has(code)) {
      const count = requests.filter((line) => line.includes(code)).length;
      lines.push(`${order} is reported as untouched, and the server got ${count} requests for it`);
    }
    if (list !== 'untouched' && !sent.has(code)) {
      lines.push(`${order} is reported as ${list}, and nothing was sent for it`);
    }
    return lines;
  });
}

/** The order codes in these URLs, exactly as sent. */
function codesIn(urls: readonly string[]): Set<string> {
  return new Set(urls.map((url) => url.replace(/\?.*/, '').split('/').at(-1) ?? ''));
}

/**
 * A condition may leave questions open, but each answer must be the same as without it. The one exception: a 429 shows that there
 * is a limit.
 */
function untrueAnswers(
  { questions }: ReportUnderTest,
  { arrivals }: RunBehind,
  baseline: ReportUnderTest | undefined,
): string[] {
  const known = new Map(baseline?.questions.map(({ id, reading }) => [id, reading]));
  const limited = arrivals.some(({ effect }) => effect.does === 'respond' && effect.status === 429);
  return questions
    .filter(({ id, reading }) => reading !== null && reading !== known.get(id))
    .filter(({ id, reading }) => !(limited && id === 'limits' && reading === 'limited'))
    .map(
      ({ id, reading }) => `${id} is answered with ${reading}, without the condition with ${known.get(id)}`,
    );
}
