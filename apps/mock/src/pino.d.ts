// Prism's types refer to those of its logger, but version 6 of the logger has none.
declare module 'pino' {
  export interface Logger {
    child(bindings: object): Logger;
  }
  export interface LoggerOptions {
    enabled?: boolean;
  }
  export type DestinationStream = NodeJS.WritableStream;
}
