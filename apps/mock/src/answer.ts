/** What the mock sends back. The body is always JSON. */
export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: unknown;
}
