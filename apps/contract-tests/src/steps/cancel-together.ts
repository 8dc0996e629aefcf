import { bilingual } from '../bilingual.ts';
import type { Case } from '../case.ts';
import { combinedBody } from '../cases/comments.ts';
import { cancelRequest } from '../cases/requests.ts';
import { mustCancel } from '../cases/success.ts';
import type { Stage } from '../stage.ts';
import { cancel } from './cancel.ts';

const WHAT = bilingual('a comment of all these kinds', '이 모든 것을 담은 주석');
const TOLERATED = bilingual(
  'accepted, and ignored as far as the answer tells',
  '받아들여짐. 응답으로 보는 한 무시됨',
);

/**
 * Cancels one order with what several cases ask for; where that fails, each asks by itself.
 *
 * @param tolerated cases of things that are in the request, too, and that the server may refuse
 */
export async function cancelTogether(
  stage: Stage,
  cases: readonly Case[],
  tolerated: readonly Case[],
): Promise<void> {
  const [first] = cases;
  const code = stage.live();
  if (first !== undefined && code !== undefined && stage.run.established !== undefined) {
    const { finding, answers } = await stage.run.make({ ...first, run: cancelByAll }, code);
    if (answers.some(({ status }) => status < 300)) {
      stage.burn();
      const ids = cases.map(({ id }) => id.replace('cancel.comment.', '')).join(', ');
      const how = bilingual(`proven together, in one comment: ${ids}`, `하나의 주석으로 함께 확인: ${ids}`);
      const remarks = finding.outcome === 'passed' ? [how] : finding.remarks;
      for (const one of cases) stage.conclude(one, { ...finding, remarks });
      for (const one of tolerated) {
        stage.conclude(one, { ...finding, outcome: 'observed', answers: {}, remarks: [TOLERATED] });
      }
      return;
    }
  }
  for (const one of cases) await cancel(stage, one);
}

const cancelByAll: Case['run'] = async (context) => {
  const body = combinedBody(context);
  return mustCancel(context, await context.send(cancelRequest(context, { body })), body, WHAT);
};
