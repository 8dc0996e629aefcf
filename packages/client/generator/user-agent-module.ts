/** What the client calls itself at a server, by the name and the version of its package, as the text of a module. */
export function userAgentModule({ name, version }: { name: string; version: string }): string {
  const product = `${name.replace('@', '').replace('/', '-')}/${version}`;
  return `/** The name and the version of this package, as a server sees them. */\nexport const USER_AGENT = '${product}' as const;\n`;
}
