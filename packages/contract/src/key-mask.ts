/** A key up to this length may be part of a word, so it is masked only as a whole word. */
const WORD = 7;
/** A key up to this length may be a common word once a character is cut off. */
const CUT = 11;
/** A key up to this length may occur in any text, so finding it proves nothing. */
const TELLING = 3;

/**
 * Makes the function that hides secrets in a text: in any case, in the encodings in which a server may send them back
 * (URL, JSON, HTML, Base64), and cut by one character.
 *
 * @param secrets keys, and order codes that are another channel's
 */
export function createKeyMask(secrets: readonly string[]): (text: string) => string {
  const pattern = patternOf(secrets);
  return (text) => (pattern === undefined ? text : text.replace(pattern, '***'));
}

/** Makes the function that tells whether a text holds a secret, in whatever form. */
export function createKeySearch(secret: string): (text: string) => boolean {
  const pattern = secret.length > TELLING ? patternOf([secret]) : undefined;
  return (text) => pattern !== undefined && text.search(pattern) !== -1;
}

/** Finds secrets in all their forms and in any case. */
function patternOf(secrets: readonly string[]): RegExp | undefined {
  const forms = secrets.filter((secret) => secret !== '').flatMap(formsOf);
  if (forms.length === 0) return undefined;
  const escaped = forms.map((form) => {
    const literal = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return form.length > WORD ? literal : `(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`;
  });
  return new RegExp(escaped.join('|'), 'gi');
}

/** A secret in the forms in which a server may send it back, the longest first. */
function formsOf(secret: string): string[] {
  const html = secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  // The last characters in Base64 depend on what follows the key.
  const base64 = Buffer.from(secret.slice(0, secret.length - (secret.length % 3))).toString('base64');
  const encoded = base64.length > WORD ? [base64] : [];
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), html, ...encoded];
  // A key that lacks its first or last character gives the key away as well.
  const cut = secret.length > CUT ? [secret.slice(1), secret.slice(0, -1)] : [];
  return [...new Set([...forms, ...cut])].sort((a, b) => b.length - a.length);
}
