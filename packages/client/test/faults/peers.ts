import type { Language } from '@ax-cloud/contract/contract';
import { markdownTable } from '@ax-cloud/contract/scenario-table';

/** How one library did. The lists name faults. */
export interface PeerRow {
  name: string;
  version: string;
  /** Called a success, though the order was not cancelled as asked, or nothing proved it. */
  falseSuccess: readonly string[];
  /** The key or the order reached another server. */
  elsewhere: readonly string[];
  /** Of all failures, those whose error shows the key. */
  keyShown: readonly string[];
  failures: number;
  /** Nothing was sent, and no failure after which a request may have arrived has the same codes. */
  toldNotSent: readonly string[];
  /** A request was sent again after one that may have arrived, and nobody had asked for it. */
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
  /** Of the faults before which nothing was sent, those in which a code of Node.js says so. */
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
    run: ({ faults, redirects, date, node }: PeersResult) =>
      `Measured on ${date} with Node.js ${node.slice(1)}: each library cancels one order, in usual use, at servers with ${faults} faults, ${redirects} of ` +
      'them redirects. A false success is an order that the library gives back as cancelled though it is not, or though nothing proves it. ' +
      'An error says that nothing was sent where a program can tell it, by codes and not by texts, from every error after which the request may have arrived. ' +
      'No result means none within 20 seconds.',
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
    run: ({ faults, redirects, date, node }: PeersResult) =>
      `${date}에 Node.js ${node.slice(1)}에서 측정했습니다. 각 라이브러리를 평소 쓰는 방식대로 써서, 장애가 있는 서버 ${faults}가지에서 주문 하나를 취소합니다. ` +
      `그중 ${redirects}가지는 리다이렉트입니다. 잘못된 성공은 취소되지 않았거나 취소되었다는 증거가 없는 주문을 취소된 것으로 돌려준 경우입니다. ` +
      '요청이 도착했을 수 있는 다른 모든 오류와 메시지가 아닌 코드로 구별할 수 있으면, 전송되지 않았음을 알린 것으로 봅니다. ' +
      '20초 안에 아무 결과도 주지 않으면 결과 없음입니다.',
  },
} as const;

/** Writes what stands between the marks of a README: a sentence on the run, and its table. */
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
  return `${run(result)}\n\n${table}`;
}
