import { stringify } from 'yaml';
import type { Bilingual, Ledger, Statement } from '../ledger.ts';
import type { Fragment } from '../readings/fragment.ts';
import type { ContractChange } from '../readings/moves.ts';
import type { Place } from '../readings/place.ts';
import { valueAt } from '../readings/place.ts';
import { addEntry, setValue } from '../readings/source-edit.ts';
import { removeAt } from '../readings/source-remove.ts';
import { YamlSource } from '../readings/yaml-source.ts';
import { uncarried, unquotedValues } from '../statements.ts';
import { type Answer, reasonOf } from './answer.ts';
import { findCarrier } from './carriers.ts';
import { followChange } from './follow-pointers.ts';

const SETTLED: Bilingual = { en: 'The question is settled.', ko: '질문이 확정되었습니다.' };
/** Sentences are folded to lines of 120 columns; pointers and messages keep theirs. */
const LINE_WIDTH = 112;

/**
 * Takes a reading in the ledger: no reading of its question has an overlay any more.
 *
 * @param noOverlay why the other readings have none now
 * @param why why the contract follows this one; undefined where the reason stays
 */
export function takeReading(
  source: YamlSource,
  question: string,
  reading: string,
  noOverlay: Bilingual,
  why?: Bilingual,
): YamlSource {
  const { questions } = source.value as Ledger;
  const index = questions.findIndex(({ id }) => id === question);
  const at: Place = ['questions', index];
  const readings = questions[index]?.readings ?? [];
  const taken = write(source, [...at, 'taken'], reading);
  const explained = why === undefined ? taken : write(taken, [...at, 'why'], why);
  return readings.reduce((current, { id, noOverlay: known }, number) => {
    const one: Place = [...at, 'readings', number];
    const without = drop(current, [...one, 'overlay']);
    if (id === reading) return drop(without, [...one, 'noOverlay']);
    // A reading that never had an overlay has its reason already.
    return known === undefined ? write(without, [...one, 'noOverlay'], noOverlay) : without;
  }, explained);
}

/** Takes the reading that an answer names, and says how it is known. */
export function settleQuestion(source: YamlSource, answer: Answer): YamlSource {
  const { questions } = source.value as Ledger;
  const index = questions.findIndex(({ id }) => id === answer.question);
  const at: Place = ['questions', index];
  const changes = questions[index]?.taken !== answer.reading;
  const why = changes ? reasonOf(answer) : undefined;
  const taken = takeReading(source, answer.question, answer.reading, SETTLED, why);
  return write(taken, [...at, 'settled'], answer.settled);
}

/**
 * Makes the pointers of the ledger follow a change of the contract. A statement that the changed contract no longer carries
 * points at what carries it now; if only a text mentions it, or nothing does, the question contradicts it.
 *
 * @param question the settled question that the change belongs to
 */
export function followInLedger(source: YamlSource, change: ContractChange, question: string): YamlSource {
  const { statements, questions } = source.value as Ledger;
  const followed = (pointers: readonly string[]) => [
    ...new Set(pointers.map((pointer) => followChange(pointer, change))),
  ];
  const moved = questions.reduce(
    (current, { contract }, index) => write(current, ['questions', index, 'contract'], followed(contract)),
    source,
  );
  return statements.reduce((current, statement, index) => {
    const now = carried({ ...statement, contract: followed(statement.contract) }, change, question);
    const at: Place = ['statements', index];
    const pointed = write(current, [...at, 'contract'], now.contract);
    return now.contradictedBy === undefined
      ? pointed
      : write(pointed, [...at, 'contradictedBy'], now.contradictedBy);
  }, moved);
}

function carried(statement: Statement, change: ContractChange, question: string): Statement {
  const isCarried = (one: Statement) =>
    uncarried(change.after, one).length === 0 && unquotedValues(change.after, one).length === 0;
  if (statement.contradictedBy !== undefined || isCarried(statement)) return statement;
  const carrier = findCarrier(change, statement);
  if (carrier === undefined) return { ...statement, contradictedBy: question };
  const contract = [carrier.pointer];
  return { ...statement, contract, ...(carrier.onlySaid ? { contradictedBy: question } : {}) };
}

/** Removes what stands at a place, if anything does. */
function drop(source: YamlSource, place: Place): YamlSource {
  return valueAt(source.value, place) === undefined ? source : removeAt(source, place);
}

/** Writes a value. An equal value that stands there already keeps its bytes. */
function write(source: YamlSource, place: Place, value: unknown): YamlSource {
  const old = valueAt(source.value, place);
  if (JSON.stringify(old) === JSON.stringify(value)) return source;
  const fragment: Fragment = {
    source: new YamlSource(stringify(value, { lineWidth: Array.isArray(value) ? 0 : LINE_WIDTH })),
    place: [],
  };
  if (old !== undefined) return setValue(source, place, fragment);
  return addEntry(source, place, String(place.at(-1)), fragment);
}
