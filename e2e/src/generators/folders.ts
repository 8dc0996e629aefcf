import { fileURLToPath } from 'node:url';

/** The hand-written consumers, and what pins the packages that they need. */
export const SOURCES = fileURLToPath(new URL('../../generators/', import.meta.url));

/** Generators, generated clients and compiled consumers. Nothing in it is worth keeping. */
export const CACHE = fileURLToPath(new URL('../../node_modules/.cache/generators/', import.meta.url));
