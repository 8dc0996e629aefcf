import type { Bilingual, Settled } from '../ledger.ts';

/** The answer to a question of the ledger: the reading that is right, and how it is known. */
export interface Answer {
  question: string;
  reading: string;
  settled: Settled;
}

/** Why the contract follows a reading that it did not follow before. */
export function reasonOf({ settled }: Answer): Bilingual {
  const { date } = settled;
  if (settled.as === 'confirmed')
    return {
      en: `AX Cloud said so when asked (settled on ${date}).`,
      ko: `AX Cloud에 문의하여 그렇다는 답을 받았습니다(${date} 확정).`,
    };
  return {
    en: `A server did so on ${date}, in the run ${settled.run} of the contract tests.`,
    ko: `${date} 컨트랙트 테스트 실행 ${settled.run}에서 서버가 그렇게 동작했습니다.`,
  };
}
