/** Control characters but line breaks and tabs, invisible characters, lone surrogates, and fillers that show as nothing. */
const UNSEEN = /[^\n\r\t\P{C}]|[\u2028\u2029\u115f\u1160\u3164\uffa0]/u;
/** What a decoder writes in place of bytes that it cannot read. */
const REPLACED = '\ufffd';
/** Spaces that look like the usual one. */
const OTHER_SPACE = /[^ \P{Zs}]/u;
/** Letters and marks that Unicode can also write as one character: Hangul of a Mac's file names, for example. */
const PIECES = /[\u0300-\u036f\u1100-\u11ff]/;

/** A character that a reader would not notice, and its offset. */
export interface OddCharacter {
  at: number;
  message: string;
}

/** Finds the first character of a text that a reader cannot tell from another one, or cannot see at all. */
export function oddCharacter(text: string): OddCharacter | undefined {
  const first = [unseen(text), otherSpace(text), replaced(text), pieces(text)]
    .filter((one) => one !== undefined)
    .toSorted((a, b) => a.at - b.at);
  return first[0];
}

function unseen(text: string): OddCharacter | undefined {
  const found = UNSEEN.exec(text);
  if (found === null) return undefined;
  return { at: found.index, message: `Nobody sees the character ${codeOf(found[0])}. Remove it.` };
}

function otherSpace(text: string): OddCharacter | undefined {
  const found = OTHER_SPACE.exec(text);
  if (found === null) return undefined;
  return {
    at: found.index,
    message: `The character ${codeOf(found[0])} looks like a space, and is another one. Write a space.`,
  };
}

function replaced(text: string): OddCharacter | undefined {
  const at = text.indexOf(REPLACED);
  if (at === -1) return undefined;
  return { at, message: 'U+FFFD stands for bytes that were lost in a conversion. Write the text anew.' };
}

function pieces(text: string): OddCharacter | undefined {
  if (!PIECES.test(text) || text.normalize('NFC') === text) return undefined;
  const at = text.search(PIECES);
  return {
    at,
    message:
      'A letter is written in pieces (Unicode NFD), and differs from the same text as it is typed. Write it in NFC.',
  };
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
