import type { Report } from '../report.ts';

/** The run as JUnit's XML, which CI servers read. An observation is a test that passed, with what was seen beside it. */
export function toJUnit({ cases, summary, startedAt, target }: Report): string {
  const { counts, seconds } = summary;
  const attributes = `tests="${cases.length}" failures="${counts.failed}" errors="${counts.error}" skipped="${counts.skipped + counts['not run']}" time="${seconds}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="AX Cloud channel contract" ${attributes}>`,
    `  <testsuite name="${escapeXml(target.baseUrl)}" timestamp="${startedAt}" ${attributes}>`,
    ...cases.map((one) => {
      const time = ((one.exchange?.durationMs ?? 0) / 1000).toFixed(4);
      const [group = ''] = one.id.split('.');
      return `    <testcase classname="contract.${group}" name="${escapeXml(`${one.id}: ${one.title.en}`)}" time="${time}">${bodyOf(one)}</testcase>`;
    }),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function bodyOf({ outcome, remarks, expected, exchange }: Report['cases'][number]): string {
  const text = remarks.map(({ en }) => en).join('\n');
  const message = escapeXml(remarks[0]?.en ?? outcome);
  switch (outcome) {
    case 'failed':
      return `<failure message="${message}">${escapeXml([text, `expected: ${expected.en}`, exchange?.curl ?? ''].join('\n'))}</failure>`;
    case 'error':
      return `<error message="${message}">${escapeXml(text)}</error>`;
    case 'skipped':
    case 'not run':
      return `<skipped message="${message}"/>`;
    case 'observed':
    case 'passed':
      return text === '' ? '' : `<system-out>${escapeXml(text)}</system-out>`;
  }
}

/** XML 1.0 knows no control characters, not even escaped; a server's text may hold some. */
function escapeXml(text: string): string {
  const legal = [...text].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x20
      ? !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
      : /[\t\n\r]/.test(character);
  });
  return legal
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
