/** What the mock fetch responds with: a status and a body, which becomes JSON. */
export interface MockResponse {
  status: number;
  body: unknown;
}
