import { documentRule, listOf, objectOf } from './rule.ts';

/** The key goes in the header `Authorization`: every part sends it, checks it, hides it and provokes refusals by it there. */
export const security = documentRule((document, report) => {
  const schemes = objectOf(objectOf(document.components).securitySchemes);
  const requirements = listOf(document.security).map(objectOf);
  const names = requirements.flatMap((one) => Object.keys(one));
  const [name, ...others] = names;
  if (name === undefined || others.length > 0) {
    const found = name === undefined ? 'none' : names.join(', ');
    report(
      ['security'],
      `The contract needs one security scheme, and has ${found}. Write "security: [apiKey: []]".`,
    );
    return;
  }
  const optional = requirements.findIndex((one) => Object.keys(one).length === 0);
  if (optional !== -1)
    report(['security', optional], 'With "{}", no key is needed, and every part sends one. Remove it.');
  const scopes = requirements[0]?.[name];
  if (listOf(scopes).length > 0)
    report(['security', 0, name], `No part follows ${JSON.stringify(scopes)} of a key. Write "${name}: []".`);
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
