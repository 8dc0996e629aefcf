import type { Document } from 'yaml';
import type { ReportAt } from './file-problem.ts';
import { isNode, listOf, objectOf, type Path } from './rule.ts';
import { offsetAt } from './yaml-place.ts';

const KINDS = ['update', 'copy', 'remove'];
const CHANGES = ['major', 'minor', 'patch'];

/** An OpenAPI Overlay has a version that every program here reads, and each of its actions one thing to do. */
export function checkOverlayForm(document: Document, report: ReportAt): void {
  const { overlay, info, actions } = objectOf(document.toJS());
  const reportAt = (path: Path, message: string) => report(offsetAt(document, path), message);
  const { 'x-change': change } = objectOf(info);
  if (!/^1\.[012]\.\d+$/.test(String(overlay)))
    reportAt(['overlay'], `The overlay has the version ${overlay}. Write "overlay: 1.1.0".`);
  if (change !== undefined && !CHANGES.includes(String(change)))
    reportAt(['info', 'x-change'], `"x-change" is ${change}. Write one of ${CHANGES.join(', ')}.`);
  if (!Array.isArray(actions))
    reportAt(['actions'], 'The overlay has no list of actions. Write "actions", a list.');
  listOf(actions).forEach((action, index) => {
    const { target } = objectOf(action);
    const does = isNode(action) ? KINDS.filter((kind) => action[kind] !== undefined) : [];
    if (typeof target !== 'string')
      reportAt(
        ['actions', index, 'target'],
        'The action has no target. Write a JSONPath between quotation marks.',
      );
    else if (does.length !== 1)
      reportAt(
        ['actions', index],
        `The action has ${does.join(' and ') || 'nothing to do'}. Write one of ${KINDS.join(', ')}.`,
      );
  });
}
