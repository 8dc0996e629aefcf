import type { Case } from '../case.ts';
import type { Stage } from '../stage.ts';

/** Sends what must be refused to the open order. Where there is none, a part of it still shows something. */
export async function refuse(stage: Stage, cases: readonly Case[]): Promise<void> {
  await touch(
    stage,
    cases.filter((one) => stage.isOpen(one)),
  );
  for (const one of cases.filter((each) => stage.isOpen(each))) {
    if (one.needs === 'open-order-if-any') await stage.make(one);
    else stage.skip(one);
  }
}

/** Sends requests to the open order, also once more; the first that may have cancelled it ends the use of orders. */
export async function touch(stage: Stage, cases: readonly Case[]): Promise<void> {
  for (const one of cases) {
    const code = stage.open();
    if (code === undefined) return;
    const { finding, responses } = await stage.run.make(one, code);
    stage.conclude(one, finding);
    stage.touching.push(one);
    if (stage.mayBeCancelled(responses)) {
      // A later version of the page has no ax_status: that is another reading, in which the other cases go on.
      if (finding.answers['superseded-version'] === 'version-57') {
        stage.run.reading = { ...stage.run.reading, ignoresAxStatus: true };
      } else stage.stop(one.id);
      stage.touching = [];
      stage.orders.useUp();
    }
  }
}
