const NO_SEGMENT = /^\.\.?$|\/|\0/;
const PARAMETER = /\{([^{}]+)\}/g;

/**
 * Makes the function that matches a path against a template such as `/orders/{code}`. A parameter is one segment and never empty. An
 * encoded slash separates segments, because Django decodes a path before it matches. Dot segments, which proxies resolve, and null bytes
 * do not match.
 *
 * @returns the parameters, decoded, or undefined when the path does not match or is not percent-encoded UTF-8
 */
export function createPathMatch(
  template: string,
): (path: string) => Readonly<Record<string, string>> | undefined {
  const names = [...template.matchAll(PARAMETER)].map(([, name = '']) => name);
  const fixed = template.split(/\{[^{}]+\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${fixed.join('([^/]+)')}$`);
  return (path) => {
    const match = pattern.exec(path);
    if (match === null) return undefined;
    try {
      const parameters: Record<string, string> = {};
      for (const [index, name] of names.entries()) {
        const value = decodeURIComponent(match[index + 1] ?? '');
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
  return template.replaceAll(PARAMETER, (placeholder, name: string) =>
    encodeURIComponent(parameters[name] ?? placeholder),
  );
}
