const NO_SEGMENT = /^\.\.?$|\/|\0/;

/**
 * Makes the function that matches a path against a template such as `/orders/{code}`. A parameter is one segment and
 * never empty. Also as Django has it, a path is decoded before it is matched, so that an encoded slash separates. Dot
 * segments never arrive there, because proxies resolve them, and neither do null bytes.
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
      const parameters: Record<string, string> = {};
      for (const name in groups) {
        const value = decodeURIComponent(groups[name] ?? '');
        if (NO_SEGMENT.test(value)) return undefined;
        parameters[name] = value;
      }
      return parameters;
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
