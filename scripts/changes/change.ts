import { readdir, readFile } from 'node:fs/promises';
import { type Overlay, parseOverlay } from '@ax-cloud/contract/readings/overlay';
import { parse, stringify } from 'yaml';

/** A change of the contract, as data. */
export interface Change {
  /** A short kebab-case name. */
  name: string;
  sentence: string;
  /** What changes in `openapi.yaml`. */
  overlay: Overlay;
  /** Its texts for `openapi.ko.yaml`. */
  texts: Overlay;
  /** The readings that it takes, `question=reading`. */
  takes?: readonly string[];
}

/** A text replacement, for changes that an overlay cannot express. */
export interface TextEdit {
  /** A file of the spec. */
  file: string;
  find: string;
  put: string;
}

/** A change that lint must refuse. */
export interface RefusedChange extends Change {
  edits: readonly TextEdit[];
  refused: {
    /** The file of the spec that lint must name. */
    file: string;
    /** A part of the line that lint must name, or of the line above it with the key. */
    at: string;
    message: RegExp;
  };
}

const FOLDER = new URL('edits/', import.meta.url);
/** The beginning of the names of files with changes that lint must refuse. */
const REFUSED = 'refused';

/** The changes that every part must follow. */
export async function loadFollowedChanges(): Promise<Change[]> {
  return (await readAll((file) => !file.startsWith(REFUSED))).map(toChange);
}

/** The changes that lint must refuse. */
export async function loadRefusedChanges(): Promise<RefusedChange[]> {
  return (await readAll((file) => file.startsWith(REFUSED))).map(({ edits = [], refused, ...change }) => {
    if (refused === undefined) throw new Error(`"${change.name}" does not say how it is refused.`);
    const { file, at, message } = refused;
    return {
      ...toChange(change),
      edits,
      refused: { file, at, message: new RegExp(message) },
    };
  });
}

async function readAll(wanted: (file: string) => boolean): Promise<WrittenChange[]> {
  const files = (await readdir(FOLDER)).filter(wanted).sort();
  return (await Promise.all(files.map(readChanges))).flat();
}

async function readChanges(file: string): Promise<WrittenChange[]> {
  return (parse(await readFile(new URL(file, FOLDER), 'utf8')) as { changes: WrittenChange[] }).changes;
}

function toChange({ name, sentence, overlay = [], texts = [] }: WrittenChange): Change {
  return { name, sentence, overlay: toOverlay(sentence, overlay), texts: toOverlay(sentence, texts) };
}

function toOverlay(title: string, actions: readonly object[]): Overlay {
  const info = { title, version: '1.0.0' };
  return parseOverlay(stringify({ overlay: '1.1.0', info, actions }, { lineWidth: 0 }));
}

interface WrittenChange {
  name: string;
  sentence: string;
  overlay?: readonly object[];
  texts?: readonly object[];
  edits?: readonly TextEdit[];
  refused?: { file: string; at: string; message: string };
}
