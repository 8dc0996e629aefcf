import { isRecord } from './place.ts';
import { YamlSource } from './yaml-source.ts';

/** One action of an OpenAPI Overlay. */
export interface Action {
  /** Its number in its file, from 1, for messages. */
  number: number;
  /** The JSONPath of the nodes that it changes. */
  target: string;
  does: 'update' | 'copy' | 'remove';
  /** The value of an update. */
  update: unknown;
  /** The JSONPath of the node that is copied. */
  copy: string;
}

/** An OpenAPI Overlay: its text and its actions, in order. */
export interface Overlay {
  source: YamlSource;
  actions: readonly Action[];
}

/** An overlay that cannot be applied. The message names the action and its target. */
export class OverlayError extends Error {
  override name = 'OverlayError';
}

/**
 * Parses an OpenAPI Overlay (1.0 to 1.2), without its `info` and `extends`, which fold does not need.
 *
 * @throws {OverlayError} when an action has no target, or not exactly one of `update`, `copy` and `remove: true`
 */
export function parseOverlay(text: string): Overlay {
  const source = new YamlSource(text);
  const actions = isRecord(source.value) ? source.value.actions : undefined;
  if (!Array.isArray(actions)) throw new OverlayError('The overlay has no list "actions". Write it, or [].');
  return { source, actions: actions.map(parseAction) };
}

const KINDS = ['update', 'copy', 'remove'] as const;

function parseAction(action: unknown, index: number): Action {
  const number = index + 1;
  if (!isRecord(action) || typeof action.target !== 'string') {
    throw new OverlayError(`Action ${number} has no "target". Give it a JSONPath.`);
  }
  const kinds = KINDS.filter((kind) =>
    kind === 'remove' ? action.remove === true : action[kind] !== undefined,
  );
  const [does] = kinds;
  if (does === undefined || kinds.length > 1) {
    throw new OverlayError(
      `Action ${number} (${action.target}) has ${kinds.join(' and ') || 'nothing to do'}. Give it one of "update", "copy" and "remove: true".`,
    );
  }
  return { number, target: action.target, does, update: action.update, copy: String(action.copy ?? '') };
}
