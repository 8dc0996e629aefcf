import { execFileSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

test.each(pages)('every link in %s to a file or a heading of the repository finds it', async (page) => {
  const text = (await readFile(join(root, page), 'utf8')).replaceAll(/^```[\s\S]*?^```$/gm, '');
  const dead: string[] = [];
  for (const [, link = ''] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(link)) continue;
    const [path = '', heading] = link.split('#');
    const file = path === '' ? join(root, page) : join(root, dirname(page), decodeURIComponent(path));
    if (
      !(await exists(file)) ||
      (heading !== undefined && !(await headings(file)).has(decodeURIComponent(heading)))
    )
      dead.push(link);
  }
  expect(dead).toEqual([]);
});

test('there are pages to look at', () => {
  expect(pages).toContain('README.md');
  expect(pages.length).toBeGreaterThan(10);
});

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** The anchors of a page's headings on GitHub. */
async function headings(file: string): Promise<Set<string>> {
  const text = (await readFile(file, 'utf8')).replaceAll(/^```[\s\S]*?^```$/gm, '');
  return new Set(
    Array.from(text.matchAll(/^#+ (.+)$/gm), ([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
