import type { Ledger, Question } from '@ax-cloud/contract/ledger';

/**
 * Writes a Korean mail to AX Cloud with the open questions that no request of the contract tests can answer; empty if there are
 * none. It names the id of each question, so that the answer can be settled.
 */
export function mailOf({ page, questions }: Ledger): string {
  const open = questions.filter(({ settled, unasked }) => settled === undefined && unasked !== undefined);
  if (open.length === 0) return '';
  return [
    `제목: [문의] 투어 주문 취소 API("${page.title}" 버전 ${page.version}) 확인 요청 ${open.length}건`,
    '',
    '안녕하세요.',
    '',
    `AX Cloud 위키의 "${page.title}" 페이지(버전 ${page.version})를 바탕으로 투어 주문 취소 API 연동을 준비하고 있습니다.`,
    '페이지만으로는 알 수 없고 요청을 보내서 확인할 수도 없는 내용이 있어 문의드립니다.',
    '항목마다 해당하는 보기의 기호를 알려 주시고, 보기에 없으면 내용을 적어 주십시오.',
    '',
    ...open.flatMap((question, index) => [...ask(question, index + 1), '']),
    '바쁘시겠지만 확인을 부탁드립니다.',
    '감사합니다.',
  ].join('\n');
}

function ask({ id, title, places, readings }: Question, number: number): string[] {
  return [
    `${number}. ${plain(title.ko)}`,
    `   (페이지 위치: ${places.join('; ')} / 문의 번호: ${id})`,
    ...readings.map(({ text }, index) => `   ${'가나다라마바사'[index] ?? '-'}. ${plain(text.ko)}`),
  ];
}

/** A text without Markdown characters, because a mail does not render Markdown. */
function plain(text: string): string {
  return text.trim().replaceAll('`', '').replaceAll('**', '');
}
