import { documentRule, listOf, objectOf } from './rule.ts';

/** The key goes in the header `Authorization`: every part sends it, checks it, hides it and provokes refusals by it there. */
export const security = documentRule((document, report) => {
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const names = listOf(document.security).flatMap((one) => Object.keys(objectOf(one)));
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) {
    const found = name === undefined ? 'none' : names.join(', ');
    report(
      ['security'],
      `The contract needs one security scheme, and has ${found}. Write "security: [apiKey: []]".`,
    );
    return;
  }
  const { type, in: place, name: header } = objectOf(schemes[name]);
  const isAuthorization =
    type === 'apiKey' && place === 'header' && String(header).toLowerCase() === 'authorization';
  if (schemes[name] !== undefined && !isAuthorization) {
    report(
      ['components', 'securitySchemes', name],
      'Every part sends the key in the header Authorization. Write "type: apiKey", "in: header", "name: Authorization".',
    );
  }
});
