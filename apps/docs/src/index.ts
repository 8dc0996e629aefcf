export { type Docs, type DocsOptions, startDocs } from './serve.ts';
