import type { Report, ReportedCase } from '@ax-cloud/contract/report';
import { identity } from './wording.ts';

/** The run as JUnit's XML for CI servers. An observation is a passed test with the observation as its output. */
export function toJUnit(report: Report): string {
  const { cases, summary, startedAt, target } = report;
  const { counts, seconds, reasons, sentence, verdict } = summary;
  // No case of a run that could not begin has an error, but the run must not look green.
  const obstacle = verdict === 'could not run' && counts.error === 0;
  const attributes = `tests="${cases.length + Number(obstacle)}" failures="${counts.failed}" errors="${counts.error + Number(obstacle)}" skipped="${counts.skipped + counts['not run']}" time="${seconds}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="AX Cloud channel contract" ${attributes}>`,
    `  <testsuite name="${escapeXml(target.baseUrl)}" timestamp="${startedAt}" ${attributes}>`,
    '    <properties>',
    ...Object.entries(identity(report)).map(
      ([name, value]) => `      <property name="${name}" value="${escapeXml(value)}"/>`,
    ),
    '    </properties>',
    ...(obstacle
      ? [
          `    <testcase classname="contract" name="run"><error message="${escapeXml((reasons[0] ?? sentence).en)}"/></testcase>`,
        ]
      : []),
    ...cases.map((one) => {
      const [group = ''] = one.id.split('.');
      return `    <testcase classname="contract.${group}" name="${escapeXml(`${one.id}: ${one.title.en}`)}" time="${(one.durationMs / 1000).toFixed(3)}">${bodyOf(one)}</testcase>`;
    }),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function bodyOf({ outcome, remarks, expected, exchange }: ReportedCase): string {
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

/** XML 1.0 allows no control characters, not even escaped; a server's text may hold some. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
  );
}
