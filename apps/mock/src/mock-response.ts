/** What the mock sends back. The body is always JSON. */
export interface MockResponse {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: unknown;
  /** What a beginner probably did wrong, in one sentence for the log. It holds no key. */
  hint?: string;
}
