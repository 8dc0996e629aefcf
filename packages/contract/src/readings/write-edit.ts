import { type Fragment, keyText } from './fragment.ts';
import type { WritingEdit } from './plan.ts';
import { addEntry, type FormerPlace, insertItem, setValue } from './source-edit.ts';
import type { YamlSource } from './yaml-source.ts';

/**
 * Writes one edit into the text.
 *
 * @param fragment the value as its source writes it
 * @param former where an entry of the same name stood before it was removed
 */
export function writeEdit(
  source: YamlSource,
  { kind, place }: WritingEdit,
  fragment: Fragment,
  former?: FormerPlace,
): YamlSource {
  if (kind === 'set') return setValue(source, place, fragment);
  if (kind === 'append') return insertItem(source, place, Number.POSITIVE_INFINITY, fragment);
  return addEntry(source, place, keyText(fragment), fragment, former);
}
