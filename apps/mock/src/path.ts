/**
 * Makes the function that matches a path against a template such as `/orders/{code}`. A parameter is one segment and
 * never empty.
 *
 * @returns the parameters, decoded, or undefined when the path does not match or is not percent-encoded UTF-8
 */
export function createPathMatch(
  template: string,
): (path: string) => Readonly<Record<string, string>> | undefined {
  const pattern = new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  return (path) => {
    const { groups } = pattern.exec(path) ?? {};
    if (groups === undefined) return undefined;
    try {
      return Object.fromEntries(
        Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
      );
    } catch {
      return undefined;
    }
  };
}

/** Puts parameters into a template, percent-encoded. */
export function fillPath(template: string, parameters: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    encodeURIComponent(parameters[name] ?? placeholder),
  );
}
