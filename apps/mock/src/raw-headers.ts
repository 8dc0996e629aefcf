/** @param rawHeaders names and values in turn, as `node:http` gives them */
export function headerPairs(rawHeaders: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  return pairs;
}

/** The first `Authorization` header, which is the one that counts. */
export function authorizationIn(rawHeaders: readonly string[]): string | undefined {
  const place = rawHeaders.findIndex((name, index) => index % 2 === 0 && /^authorization$/i.test(name));
  return place === -1 ? undefined : rawHeaders[place + 1];
}
