import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

/** The same text in both languages of the docs. */
export interface Bilingual {
  en: string;
  ko: string;
}

/** One sentence, row or literal of the page that states something about the API. A contract-test case says itself that it proves it. */
export interface Statement {
  /** Stable name in kebab-case, unique in the ledger. */
  id: string;
  /** Where it stands on the page: section and row, for example "2.2 Body Parameter, row ax_status, Required". */
  place: string;
  /** What it states, in our words. Only literals on the wire are quoted, in backticks. */
  says: string;
  /** JSON pointers into `openapi.yaml` that carry it; never empty. */
  contract: string[];
  /** Why no request can check it; only where no contract-test case proves it. */
  unchecked?: string;
  /** The questions that it raises. */
  questions?: string[];
  /** The settled question whose answer contradicts it. The contract follows the answer. */
  contradictedBy?: string;
}

/**
 * What another version or page of the wiki says, or the framework behind the server: evidence for a reading, never a
 * second source of truth.
 */
export interface Evidence {
  /** Stable name in kebab-case, unique in the ledger. */
  id: string;
  /** Which page, version or part of the framework. */
  where: Bilingual;
  /** What it says, in our words. */
  says: Bilingual;
}

/** One way to read the page. */
export interface Reading {
  /** A short kebab-case name, unique within its question. */
  id: string;
  text: Bilingual;
  /** The overlay in `spec/` that makes the contract this reading, or `none, because …`. */
  overlay: string;
}

/** How a question was settled: a server did so in a run of the contract tests, or AX Cloud said so when asked. */
export type Settled =
  | {
      as: 'observed';
      /** `YYYY-MM-DD`, in UTC. */
      date: string;
      /** The id of the run, which stands in its report. */
      run: string;
      /** Scheme, host and port. */
      server: string;
      case: string;
      /** What the case sent, as an HTTP message without the key. */
      request: string;
      /** What it got, as an HTTP message. */
      response: string;
    }
  | {
      as: 'confirmed';
      /** `YYYY-MM-DD`, in UTC. */
      date: string;
      /** What AX Cloud said, and where. */
      answer: string;
    };

/** One contradiction, gap or ambiguity of the page. */
export interface Question {
  /** Stable name in kebab-case, unique in the ledger; the docs use it as an anchor. */
  id: string;
  kind: 'contradiction' | 'gap' | 'ambiguity';
  /** The question itself, one sentence that ends with a question mark. */
  title: Bilingual;
  /** Where the page contradicts itself, or where one would look for what it does not say. Each is the place of a statement, or the beginning of one. */
  places: string[];
  readings: Reading[];
  /** The id of the reading that the contract follows; where nothing is known, the one that is safe for a caller. */
  taken: string;
  why: Bilingual;
  /** Ids of the pieces of {@link Evidence} that speak to it. */
  evidence: string[];
  /** JSON pointers into `openapi.yaml` to the places that would change. */
  contract: string[];
  /** The request that settles it and how to read the answer; or whom to ask, when no request can. */
  settle: Bilingual;
  /** Why the contract tests do not send it; only where no case asks it. */
  unasked?: Bilingual;
  /** Only where the question has an answer, which is the reading taken. */
  settled?: Settled;
}

/** Everything that the contract rests on. */
export interface Ledger {
  page: { title: string; version: number };
  statements: Statement[];
  evidence: Evidence[];
  questions: Question[];
}

/** Reads the ledger. Its form is guaranteed by `source.schema.json`, which the tests hold against it. */
export async function loadLedger(): Promise<Ledger> {
  return parse(
    await readFile(new URL(import.meta.resolve('@ax-cloud/channel-spec/source.yaml')), 'utf8'),
  ) as Ledger;
}
