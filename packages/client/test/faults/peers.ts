import type { Language } from '@ax-cloud/contract/contract';
import { markdownTable } from '@ax-cloud/contract/scenario-table';

/** How one library did. The lists name faults. */
interface PeerRow {
  name: string;
  version: string;
  /** Called a success, though the order was not cancelled as asked, or nothing proved it. */
  falseSuccess: readonly string[];
  /** The key or the order reached another server. */
  elsewhere: readonly string[];
  /** The failures whose error shows the key. */
  keyShown: readonly string[];
  failures: number;
  /** Nothing was sent, and the codes say so: no failure after which a request may have arrived has the same ones. */
  toldNotSent: readonly string[];
  /** A request was sent again, unasked, after one that may have arrived. */
  sentAgain: readonly string[];
  noResult: readonly string[];
}

/** One run of `pnpm bench faults`, as `bench/faults-result.json` has it. */
export interface PeersResult {
  date: string;
  node: string;
  cpus: string;
  seconds: number;
  faults: number;
  redirects: number;
  /** How many faults come before anything is sent, with a code of Node.js that says so. */
  notSent: number;
  rows: readonly PeerRow[];
}

/** The name of the part of a README that holds the table. */
export const PEERS_BLOCK = 'peers';

const TEXTS = {
  en: {
    titles: [
      '',
      'false success',
      'order or key sent elsewhere',
      'key in the error',
      'says that nothing was sent',
      'no result',
    ],
    ours: 'this client',
    of: (some: number, all: number) => `${some} of ${all}`,
    run: ({ faults, redirects, notSent, date, node }: PeersResult) => [
      `Each library, in usual use, cancels one order at servers that respond in ${faults} ways, most of them wrong. ${redirects} redirect;`,
      `${notSent} never get the request, which Node.js reports by a code. Measured with Node.js ${node.slice(1)} on ${date}.`,
      '',
      '- False success: an order is returned as cancelled, although it is not, or although nothing proves it.',
      '- Key in the error: the key would be in a log of the error.',
      '- Says that nothing was sent: a program can tell this error, by codes and not by texts, from every error after which the',
      '  request may have arrived.',
      '- No result: none came within 20 seconds.',
    ],
  },
  ko: {
    titles: [
      '',
      '잘못된 성공',
      '다른 서버로 보낸 주문이나 키',
      '오류에 드러난 키',
      '전송되지 않았음을 알림',
      '결과 없음',
    ],
    ours: '이 클라이언트',
    of: (some: number, all: number) => `${all}건 중 ${some}건`,
    run: ({ faults, redirects, notSent, date, node }: PeersResult) => [
      `각 라이브러리를 평소처럼 써서, ${faults}가지로(대부분 잘못) 응답하는 서버에서 주문 하나를 취소했습니다. ${redirects}가지는 리다이렉트이고,`,
      `${notSent}가지는 요청이 아예 전송되지 않으며 Node.js가 이를 코드로 알립니다. ${date}에 Node.js ${node.slice(1)}에서 측정했습니다.`,
      '',
      '- 잘못된 성공: 취소되지 않았거나 취소되었다는 증거가 없는데도 취소된 주문으로 돌려주었습니다.',
      '- 오류에 드러난 키: 오류를 로그에 남기면 키가 보입니다.',
      '- 전송되지 않았음을 알림: 요청이 도착했을 수 있는 모든 오류와 메시지가 아닌 코드로 구별할 수 있습니다.',
      '- 결과 없음: 20초 안에 아무 결과도 주지 않았습니다.',
    ],
  },
} as const;

/** Writes what stands between the marks of a README: what was measured, and the table. */
export function writePeers(result: PeersResult, language: Language): string {
  const { titles, ours, of, run } = TEXTS[language];
  const table = markdownTable([
    titles,
    ...result.rows.map((row, index) => [
      index === 0 ? ours : `${row.name} ${row.version}`,
      of(row.falseSuccess.length, result.faults),
      of(row.elsewhere.length, result.redirects),
      of(row.keyShown.length, row.failures),
      of(row.toldNotSent.length, result.notSent),
      `${row.noResult.length}`,
    ]),
  ]);
  return [...run(result), '', table].join('\n');
}
