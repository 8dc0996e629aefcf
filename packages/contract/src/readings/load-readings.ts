import { fileURLToPath } from 'node:url';
import { type Contract, readContract } from '../contract.ts';
import type { Bilingual, Ledger } from '../ledger.ts';
import { applyOverlay } from './apply.ts';
import { readAllReadings } from './reading-files.ts';

/** The other readings of the page that change the contract, as `spec/readings/` has them. */
export interface Readings {
  /** Question and reading, in the ledger's order. */
  all: readonly { question: string; reading: string }[];
  /** The reading that the contract takes. */
  taken(question: string): string;
  /**
   * The readings, beside the one taken, that change nothing in the contract: it works with a server that follows them. Empty
   * if no reading has an overlay any more: the question is settled, or one of its readings is being tried.
   */
  unwritten(question: string): readonly string[];
  /** The sentence of a reading. */
  text(question: string, reading: string): Bilingual;
  /**
   * The contract in these readings, one after another.
   *
   * @param readings question → reading; one that the contract takes changes nothing
   * @returns undefined where one of them does not apply
   */
  apply(contract: Contract, readings: Readonly<Record<string, string>>): Contract | undefined;
}

/** Reads the readings of the spec. */
export async function loadReadings(ledger: Ledger): Promise<Readings> {
  const spec = fileURLToPath(new URL('.', import.meta.resolve('@ax-cloud/channel-spec/source.yaml')));
  const overlays = new Map((await readAllReadings(spec, ledger)).map(({ name, overlay }) => [name, overlay]));
  const names = [...overlays.keys()];
  const question = (id: string) => ledger.questions.find((one) => one.id === id);
  const known = new WeakMap<Contract, Map<string, Contract | undefined>>();

  function applyOne(contract: Contract, id: string, reading: string): Contract | undefined {
    const overlay = overlays.get(`${id}=${reading}`);
    if (overlay === undefined || question(id)?.taken === reading) return contract;
    try {
      return readContract(applyOverlay(contract.document, overlay) as Parameters<typeof readContract>[0]);
    } catch {
      // An edited contract may lack what the overlay changes, and two readings may contradict each other.
      return undefined;
    }
  }

  return {
    all: names.map((name) => {
      const [id = '', reading = ''] = name.split('=');
      return { question: id, reading };
    }),
    taken: (id) => question(id)?.taken ?? '',
    unwritten(id) {
      const { readings = [], taken } = question(id) ?? {};
      const others = readings.map((one) => one.id).filter((reading) => reading !== taken);
      const unwritten = others.filter((reading) => !overlays.has(`${id}=${reading}`));
      return unwritten.length === others.length ? [] : unwritten;
    },
    text: (id, reading) =>
      question(id)?.readings.find((one) => one.id === reading)?.text ?? { en: reading, ko: reading },
    apply(contract, readings) {
      const key = JSON.stringify(readings);
      const results = known.get(contract) ?? new Map<string, Contract | undefined>();
      known.set(contract, results);
      if (!results.has(key)) {
        const applied = Object.entries(readings).reduce<Contract | undefined>(
          (current, [id, reading]) => current && applyOne(current, id, reading),
          contract,
        );
        results.set(key, applied);
      }
      return results.get(key);
    },
  };
}
