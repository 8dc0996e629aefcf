import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** By question of the ledger, the readings that a run may answer. */
export type Answers = Readonly<Record<string, readonly string[]>>;

/** What is true of a conforming server in one framework. */
export interface Stack {
  id: string;
  title: string;
  answers: Answers;
  /** Why a case may fail, by its id: what the framework accepts by default. */
  mayFail: Readonly<Record<string, string>>;
}

/** One thing that a server does wrong, or that the contract leaves open. */
export interface Fault {
  id: string;
  /** What the server does, after "a server that". */
  does: string;
  breaks: 'documented' | 'unspecified';
  stacks: readonly string[];
  /** The cases that are the right cause, by id or the beginning of one. */
  cause: readonly string[];
  /** Where the fault changes what is true of the stack. */
  answers?: Answers;
}

const SERVERS = new URL('../../servers/', import.meta.url);

function read(name: string): unknown {
  return parse(readFileSync(new URL(name, SERVERS), 'utf8'));
}

interface StacksFile {
  common: { answers: Answers };
  stacks: Record<string, { title: string; answers: Answers; 'may-fail': Record<string, string> }>;
}

/** Reads `servers/stacks.yaml`. */
export function readStacks(): Stack[] {
  const { common, stacks } = read('stacks.yaml') as StacksFile;
  return Object.entries(stacks).map(([id, { title, answers, 'may-fail': mayFail }]) => ({
    id,
    title,
    answers: { ...common.answers, ...answers },
    mayFail,
  }));
}

/** Reads `servers/faults.yaml`. */
export function readFaults(): Fault[] {
  return (read('faults.yaml') as { faults: Fault[] }).faults;
}
