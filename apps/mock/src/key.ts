/**
 * Reads the key out of an `Authorization` header, as Django REST framework's token authentication does: the scheme in
 * any case, then exactly one word.
 *
 * @returns the header in the contract's spelling, so that it can be compared, or undefined when there is no key in it
 */
export function readKey(authorization: string | undefined): string | undefined {
  const [scheme, key, ...rest] = authorization?.trim().split(/\s+/) ?? [];
  if (scheme?.toLowerCase() !== 'token' || key === undefined || rest.length > 0) return undefined;
  return `Token ${key}`;
}
