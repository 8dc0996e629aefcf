import { type Bilingual, bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { exampleBody } from '../cases/bodies.ts';
import { combinedBody, TOGETHER } from '../cases/comments.ts';
import { extraField } from '../cases/open.ts';
import { cancelRequest } from '../cases/requests.ts';
import { mustCancel } from '../cases/success.ts';
import type { Finding } from '../findings.ts';
import type { Stage } from '../stage.ts';
import { type Attempt, attemptCancel, cancel } from './cancel.ts';

const TOLERATED = bilingual(
  'accepted, and ignored as far as the response tells',
  '받아들여짐. 응답으로 보는 한 무시됨',
);

/**
 * Cancels one order with what several cases ask for, and an unknown field beside it; where that fails, without the field;
 * and where that fails as well, each asks by itself.
 *
 * @param whole the case of all together
 * @param parts the cases that it proves
 * @param extra the case of the unknown field, which the server may refuse
 */
export async function cancelTogether(
  stage: Stage,
  whole: Case,
  parts: readonly Case[],
  extra: Case | undefined,
): Promise<void> {
  const withField =
    extra === undefined ? undefined : await attempt(stage, whole, extraField(stage.run.contract));
  if (withField?.accepted) {
    if (extra !== undefined) observe(stage, extra, withField.finding, TOLERATED);
    return proveAll(stage, whole, parts, withField.finding);
  }
  const without = await attempt(stage, whole, {});
  if (without?.accepted && (withField !== undefined || extra === undefined)) {
    const finding = withField?.finding;
    if (extra !== undefined && finding !== undefined) {
      if (withField?.crashed) stage.conclude(extra, finding);
      else observe(stage, extra, finding, shown(finding));
    }
    return proveAll(stage, whole, parts, without.finding);
  }
  const failed: string[] = [];
  for (const one of parts) {
    const finding = await cancel(stage, one);
    if (finding?.outcome === 'failed') failed.push(one.id);
  }
  if (without === undefined) return stage.skip(whole);
  if (failed.length === 0) return stage.conclude(whole, without.finding);
  const ids = failed.join(', ');
  observe(stage, whole, without.finding, bilingual(`as ${ids} says`, `${ids} 참고`));
}

/** Cancels the open order with all together. */
async function attempt(stage: Stage, whole: Case, field: object): Promise<Attempt | undefined> {
  if (stage.run.established === undefined) return undefined;
  return attemptCancel(stage, {
    ...whole,
    async run(context) {
      const body = { ...(combinedBody(context) ?? exampleBody(context.contract)), ...field };
      return mustCancel(context, await context.send(cancelRequest(context, { body })), body, TOGETHER);
    },
  });
}

function proveAll(stage: Stage, whole: Case, parts: readonly Case[], finding: Finding): void {
  const how = bilingual(`proven by ${whole.id}`, `${whole.id}로 확인됨`);
  stage.conclude(whole, finding);
  for (const one of parts) {
    stage.conclude(one, finding.outcome === 'passed' ? { ...finding, remarks: [how] } : finding);
  }
}

function observe(stage: Stage, one: Case, finding: Finding, remark: Bilingual): void {
  stage.conclude(one, { ...finding, outcome: 'observed', answers: {}, remarks: [remark] });
}

function shown({ actual }: Finding): Bilingual {
  return bilingual(actual ?? '', actual ?? '');
}
