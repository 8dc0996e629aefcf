import { METHODS } from './methods.ts';
import { documentRule, listOf, objectOf } from './rule.ts';

const ITEM_KEYS = ['summary', 'description'];
/** Methods whose requests carry no body, and the one that browsers and the mock answer themselves. */
const BODILESS = ['get', 'head', 'trace', 'options'];
/** Keys of an operation that no part reads. */
const UNREAD = ['callbacks', 'servers', 'security', 'externalDocs'];

/**
 * Exactly one operation, because the client, the mock, the docs and the contract tests derive from one. No part reads the
 * other keys of the path item and of the operation.
 */
export const oneOperation = documentRule((document, report) => {
  const items = Object.entries(objectOf(document.paths)).filter(([path]) => path.startsWith('/'));
  const found = items.flatMap(([path, item]) =>
    Object.keys(objectOf(item))
      .filter((key) => METHODS.includes(key))
      .map((method) => ['paths', path, method]),
  );
  const [first, ...others] = found;
  for (const place of others) {
    report(
      place,
      'This is a second operation, and every part derives from one. Remove it, or give it a contract of its own.',
    );
  }
  if (others.length > 0) return;
  for (const [path, item] of items) {
    const unread = Object.keys(objectOf(item)).filter(
      (key) => !METHODS.includes(key) && !ITEM_KEYS.includes(key) && !key.startsWith('x-'),
    );
    for (const key of unread)
      report(['paths', path, key], `No part reads "${key}" at a path. Move it into the operation.`);
    if (unread.length === 0 && first?.[1] !== path)
      report(
        ['paths', path],
        `The path has no operation. ${first === undefined ? 'Add one.' : 'Remove it.'}`,
      );
  }
  const bare = Object.keys(objectOf(document.paths)).filter((path) => !/^(\/|x-)/.test(path));
  for (const path of bare)
    report(['paths', path], `The path ${path} does not begin with a slash. Write "/${path}".`);
  if (items.length === 0 && bare.length === 0)
    report(['paths'], 'The contract has no operation. Add the one that it is about.');
  if (first === undefined) return;
  const method = String(first[2]);
  if (BODILESS.includes(method))
    report(first, `No program sends a body with ${method.toUpperCase()}. Write patch, post, put or delete.`);
  const operation = objectOf(objectOf(objectOf(document.paths)[String(first[1])])[method]);
  for (const key of UNREAD) {
    if (operation[key] !== undefined)
      report([...first, key], `No part follows "${key}" at the operation. Remove it.`);
  }
  const declared = listOf(document.tags).map((tag) => objectOf(tag).name);
  const tags = Array.isArray(operation.tags) ? operation.tags : [];
  if (tags.length !== 1 || !declared.includes(tags[0])) {
    report(
      [...first, ...(tags.length === 0 ? [] : ['tags'])],
      'The operation has one tag, by which generators name their class. Write "tags: [NAME]", with a NAME of "tags".',
    );
  } else {
    declared.forEach((name, index) => {
      if (name !== tags[0] || declared.indexOf(name) !== index)
        report(['tags', index], `The operation does not use the tag "${name}". Remove it.`);
    });
  }
});
