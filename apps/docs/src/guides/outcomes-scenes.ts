import type { Contract, Language } from '@ax-cloud/contract/contract';

/** Who takes part, from left to right. */
export type Actor = 'traveler' | 'channel' | 'ax';

/** One step of a scene, from top to bottom. */
export type Step =
  | { from: Actor; to: Actor; says: string; way: 'request' | 'response' | 'lost' }
  | { at: Actor; does: string };

/** An outcome of a cancel. */
export interface Scene {
  id: 'cancelled' | 'rejected' | 'unknown';
  title: string;
  steps: readonly Step[];
}

/** The words of the picture. */
interface SceneTexts {
  actors: Readonly<Record<Actor, string>>;
  titles: Readonly<Record<Scene['id'], string>>;
  cancel: string;
  repeats: (status: number) => string;
  done: string;
  correct: string;
  open: string;
  none: string;
  store: string;
  ask: string;
  checking: string;
}

export const SCENE_TEXTS: Readonly<Record<Language, SceneTexts>> = {
  ko: {
    actors: { traveler: '여행자', channel: '채널', ax: 'AX Cloud' },
    titles: {
      cancelled: '취소됨: 응답이 요청과 일치',
      rejected: '거부됨: 주문은 그대로',
      unknown: '결과를 알 수 없음: 취소되었다는 증거가 없음',
    },
    cancel: '취소 요청',
    repeats: (status) => `${status}, 같은 값`,
    done: '취소 완료',
    correct: '고쳐서 다시 보냄',
    open: '아직 취소 전',
    none: '응답 없음',
    store: '보류로 저장',
    ask: '담당자가 문의',
    checking: '확인 중',
  },
  en: {
    actors: { traveler: 'Traveler', channel: 'Channel', ax: 'AX Cloud' },
    titles: {
      cancelled: 'Cancelled: the response repeats the request',
      rejected: 'Refused: the order is as it was',
      unknown: 'Unknown: nothing proves a cancellation',
    },
    cancel: 'cancels',
    repeats: (status) => `${status}, same values`,
    done: 'cancelled',
    correct: 'correct, send again',
    open: 'not cancelled yet',
    none: 'no response',
    store: 'store as pending',
    ask: 'a person asks',
    checking: 'being checked',
  },
};

/** The three outcomes of a request that was sent, with the method and the statuses of the contract. */
export function scenesOf({ method, success, responses }: Contract, language: Language): Scene[] {
  const texts = SCENE_TEXTS[language];
  const refusals = responses.map(({ status }) => status).filter((one) => one >= 400 && one < 500);
  const sent: Step[] = [
    { from: 'traveler', to: 'channel', says: texts.cancel, way: 'request' },
    { from: 'channel', to: 'ax', says: method, way: 'request' },
  ];
  const steps: Readonly<Record<Scene['id'], readonly Step[]>> = {
    cancelled: [
      ...sent,
      { from: 'ax', to: 'channel', says: texts.repeats(success.status), way: 'response' },
      { from: 'channel', to: 'traveler', says: texts.done, way: 'response' },
    ],
    rejected: [
      ...sent,
      { from: 'ax', to: 'channel', says: refusals.join(', '), way: 'response' },
      { at: 'channel', does: texts.correct },
      { from: 'channel', to: 'traveler', says: texts.open, way: 'response' },
    ],
    unknown: [
      ...sent,
      { from: 'ax', to: 'channel', says: texts.none, way: 'lost' },
      { at: 'channel', does: texts.store },
      { from: 'channel', to: 'ax', says: texts.ask, way: 'request' },
      { from: 'channel', to: 'traveler', says: texts.checking, way: 'response' },
    ],
  };
  return (['cancelled', 'rejected', 'unknown'] as const).map((id) => ({
    id,
    title: texts.titles[id],
    steps: steps[id],
  }));
}
