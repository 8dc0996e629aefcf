import { loadContract } from '@ax-cloud/contract/contract';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { block } from '../src/html.ts';
import { describeMock } from '../src/mock-section.ts';

test('a summary with a bar and a line break stays in its cell of the table of the mock', async () => {
  const contract = await loadContract();
  const responses = contract.responses.map((response) => ({
    ...response,
    examples: Object.fromEntries(
      Object.entries(response.examples).map(([name, example]) => [
        name,
        { ...example, summary: 'Too late | or\ntoo early' },
      ]),
    ),
  }));
  const { document } = parseHTML(block(describeMock({ ...contract, responses }, [], 'en')));
  const [table] = document.querySelectorAll('table');
  const rows = Array.from(table?.querySelectorAll('tbody tr') ?? [], (row) =>
    Array.from(row.children, (cell) => cell.textContent),
  );
  expect(rows.length).toBeGreaterThan(2);
  for (const [, , summary, ...more] of rows) expect([summary, more]).toEqual(['Too late | or too early', []]);
});
