/** Derived from spec/report.schema.json by "pnpm generate". Edit the schema, not this file. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly count: number;
        readonly ids: readonly string[];
        /** @description The same in English and in Korean. What stands between backticks is code. */
        readonly text: {
            /** @description In English. */
            readonly en: string;
            /** @description In Korean. */
            readonly ko: string;
        };
        /** @description One case, with what came of it. */
        readonly case: {
            /** @description Dotted and stable. */
            readonly id: string;
            /** @description A sentence about the server's behaviour. */
            readonly title: components["schemas"]["text"];
            /**
             * @description documented: a deviation fails. inferred, open: it is observed.
             * @enum {unknown}
             */
            readonly level: "documented" | "inferred" | "open";
            /**
             * @description What it needs, and uses up.
             * @enum {unknown}
             */
            readonly needs: "key" | "open-order" | "open-order-if-any" | "may-cancel" | "cancels-order" | "cancelled-order" | "foreign-order" | "run";
            /**
             * @description passed, failed: by the contract. observed: the contract does not specify the response, or only infers it. skipped: it had no order. not run: the run ended before it, or nothing that could answer it responded. error: the suite itself failed.
             * @enum {unknown}
             */
            readonly outcome: "passed" | "failed" | "observed" | "skipped" | "not run" | "error";
            /** @description What the response must be, or that it is only written down. */
            readonly expected: components["schemas"]["text"];
            /** @description The deciding response in one line, or why there was none; null when nothing was sent. */
            readonly actual: string | null;
            /** @description The causes of a failure, what was observed, or why it did not run. */
            readonly remarks: readonly components["schemas"]["text"][];
            /** @description The statements of the page that it proves. */
            readonly proves: components["schemas"]["ids"];
            /** @description The questions of the ledger that it asks. */
            readonly asks: components["schemas"]["ids"];
            /** @description Of all its requests together. */
            readonly durationMs: number;
            /** @description The exchange that decided; null when nothing was sent. */
            readonly exchange: null | components["schemas"]["exchange"];
        };
        /** @description Without the key and without the codes of other channels. */
        readonly exchange: {
            /** @description A command that repeats the request, with the key in $AX_API_KEY. */
            readonly curl: string;
            /** @description What was sent. */
            readonly request: {
                /** @description Its method. */
                readonly method: string;
                /** @description Its whole URL. */
                readonly url: string;
                /** @description Its headers. */
                readonly headers: components["schemas"]["headers"];
                /** @description Its body; null when there was none. */
                readonly body: string | null;
            };
            /** @description What came; null when there was no complete response. */
            readonly response: {
                /** @description Its status. */
                readonly status: number;
                /** @description Its headers. */
                readonly headers: components["schemas"]["headers"];
                /** @description Its body. */
                readonly body: string;
            } | null;
            /** @description From sending to the end of the body. */
            readonly durationMs: number;
        };
        readonly headers: {
            readonly [key: string]: string;
        };
        /** @description One question of the ledger, with this server's answer. */
        readonly question: {
            /** @description Its id in the ledger. */
            readonly id: string;
            /** @description The question itself. */
            readonly title: components["schemas"]["text"];
            /**
             * @description agrees: the server follows the contract's reading. differs: it follows another. undecided: the evidence allows the contract's reading and another. mixed: the evidence contradicts itself. unknown: there is none.
             * @enum {unknown}
             */
            readonly state: "agrees" | "differs" | "undecided" | "mixed" | "unknown";
            /** @description The reading that the contract follows. */
            readonly taken: string;
            /** @description Its sentence. */
            readonly takenText: components["schemas"]["text"];
            /** @description The reading that this server follows; null where the evidence does not leave exactly one. */
            readonly reading: string | null;
            /** @description The sentences of all readings that the evidence allows; null where there are none. */
            readonly readingText: null | components["schemas"]["text"];
            /** @description What to change in the contract; null unless the state is differs. */
            readonly change: null | components["schemas"]["text"];
            /** @description Why no case asks it; null where one may. */
            readonly unasked: null | components["schemas"]["text"];
            /** @description The cases of this run that ask it. */
            readonly cases: components["schemas"]["ids"];
            /** @description What told, the most telling first. */
            readonly evidence: readonly components["schemas"]["evidence"][];
        };
        /** @description What the response of one case says of a question. */
        readonly evidence: {
            /** @description The case's id. */
            readonly case: string;
            /** @description The readings that a server may follow that responds so. More than one: the first is meant, unless other evidence tells. */
            readonly readings: components["schemas"]["ids"];
            /** @description Their sentences. */
            readonly says: components["schemas"]["text"];
            /** @description The response in one line. */
            readonly actual: string | null;
            /** @description The request and the response. */
            readonly exchange: null | components["schemas"]["exchange"];
        };
        /** @description One statement of the page. */
        readonly statement: {
            /** @description Its id in the ledger. */
            readonly id: string;
            /** @description Where it stands on the page. */
            readonly place: string;
            /** @description What it states. */
            readonly says: string;
            /** @description Whether a case that proves it passed, failed or observed something. */
            readonly exercised: boolean;
            /** @description The cases of this run that prove it. */
            readonly cases: components["schemas"]["ids"];
            /** @description Why no request can check it; null where one can. */
            readonly unchecked: string | null;
        };
        /**
         * Report of a run of the contract tests (contract.json), version 2
         * @description Since version 1: schemaVersion, runId, options, tool.node and contract.sha256 identify the run. The verdict may be `incomplete`, with exitCode 3: nothing failed, but not everything ran. summary.sentence and summary.reasons say the verdict in words; summary.lost is new. A case has level, needs, proves and durationMs, and its questions are `asks` instead of `question`. A question has a state, the sentences of its readings, and its evidence with the exchanges in place of outcomes; its `cases` are ids. A statement says why it is `unchecked`. The orders have `refused`, `open` and `untouched`.
         */
        readonly report: {
            /** @description The file beside the report that describes it. */
            readonly $schema: string;
            /**
             * @description The version of this form. Reports of version 1 have none.
             * @constant
             */
            readonly schemaVersion: 2;
            /** @description What made the report. Name and version are also the User-Agent of its requests. */
            readonly tool: {
                /** @description The name of the contract tests. */
                readonly name: string;
                /** @description Their version. */
                readonly version: string;
                /** @description The version of Node.js, with the v. */
                readonly node: string;
            };
            /** @description The contract that was checked. */
            readonly contract: {
                /** @description Its info.version. */
                readonly version: string;
                /** @description The SHA-256 of the bundled contract as compact JSON, in hexadecimal. */
                readonly sha256: string;
                /** @description The page that it is written from. */
                readonly page: {
                    /** @description Its title. */
                    readonly title: string;
                    /** @description Its number in the wiki. */
                    readonly version: number;
                };
            };
            /** @description What was tested. */
            readonly target: {
                /**
                 * @description mock: the one that the tests start themselves.
                 * @enum {unknown}
                 */
                readonly kind: "mock" | "server";
                /** @description Scheme, host and port. */
                readonly baseUrl: string;
            };
            /** @description Stands in the comments that the run has sent. */
            readonly runId: string;
            /** @description What the run was told. */
            readonly options: {
                /** @description The most orders that it may cancel; null: all that are given. */
                readonly maxOrders: number | null;
                /** @description The most requests a second; null: no limit. */
                readonly rate: number | null;
                /** @description How many requests that need no order may be under way at a time. */
                readonly concurrency: components["schemas"]["count"];
                /** @description How long one response may take. */
                readonly timeoutMs: number;
                /** @description What --only selects; empty: every case. */
                readonly only: components["schemas"]["ids"];
            };
            /** @description ISO 8601, in UTC. */
            readonly startedAt: string;
            /** @description What the run comes to. */
            readonly summary: {
                /**
                 * @description passed: nothing failed, and every selected case ran. failed: the server breaks the contract. incomplete: nothing failed, but cases did not run, the run was stopped, or no order was cancelled. could not run: the run did not work, and proves nothing.
                 * @enum {unknown}
                 */
                readonly verdict: "passed" | "failed" | "incomplete" | "could not run";
                /**
                 * @description Of the command: 0 passed, 1 failed, 2 could not run, 3 incomplete.
                 * @enum {unknown}
                 */
                readonly exitCode: 0 | 1 | 2 | 3;
                /** @description The verdict in words. */
                readonly sentence: components["schemas"]["text"];
                /** @description What keeps the run from claiming more, such as why cases did not run, with their number. */
                readonly reasons: readonly components["schemas"]["text"][];
                /** @description How many cases had each outcome. */
                readonly counts: {
                    /** @description Cases: passed. */
                    readonly passed: components["schemas"]["count"];
                    /** @description Cases: failed. */
                    readonly failed: components["schemas"]["count"];
                    /** @description Cases: observed. */
                    readonly observed: components["schemas"]["count"];
                    /** @description Cases: skipped. */
                    readonly skipped: components["schemas"]["count"];
                    /** @description Cases: not run. */
                    readonly "not run": components["schemas"]["count"];
                    /** @description Cases: error. */
                    readonly error: components["schemas"]["count"];
                };
                /** @description All requests, those that were sent again included. */
                readonly requests: components["schemas"]["count"];
                /** @description Requests that got no response and were sent again. */
                readonly lost: components["schemas"]["count"];
                /** @description How long the run took. */
                readonly seconds: number;
                /** @description Of single responses. */
                readonly durationsMs: {
                    /** @description The median. */
                    readonly p50: number;
                    /** @description The 95th percentile. */
                    readonly p95: number;
                    /** @description The greatest. */
                    readonly max: number;
                };
                /** @description The length of orders.cancelled. */
                readonly ordersCancelled: components["schemas"]["count"];
                /** @description The length of orders.alreadyCancelled. */
                readonly ordersAlreadyCancelled: components["schemas"]["count"];
                /** @description The length of orders.unknown. */
                readonly ordersUnknown: components["schemas"]["count"];
            };
            /** @description Every selected case, in the order of the tests. */
            readonly cases: readonly components["schemas"]["case"][];
            /** @description All questions of the ledger, with this server's answers; empty in a run against the mock, which settles none. */
            readonly questions: readonly components["schemas"]["question"][];
            /** @description The readings that the mock follows, by question. Only in a run against the mock: they settle nothing. */
            readonly mockAnswers?: {
                readonly [key: string]: string;
            };
            /** @description The statements of the page, and whether this run exercised them. */
            readonly statements: readonly components["schemas"]["statement"][];
            /** @description The order codes that were given, by what became of each. */
            readonly orders: {
                /** @description This run cancelled them. */
                readonly cancelled: components["schemas"]["ids"];
                /** @description The server refused to cancel them, as it refuses a second cancel. */
                readonly alreadyCancelled: components["schemas"]["ids"];
                /** @description The server does not know them, or they belong to another channel. */
                readonly refused: components["schemas"]["ids"];
                /** @description Nobody knows whether they are cancelled: there was no response, or a crash. */
                readonly unknown: components["schemas"]["ids"];
                /** @description They got only requests that were refused: still open, as far as the responses tell. */
                readonly open: components["schemas"]["ids"];
                /** @description Nothing was sent for them. */
                readonly untouched: components["schemas"]["ids"];
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Count = components['schemas']['count'];
export type Ids = components['schemas']['ids'];
export type Text = components['schemas']['text'];
export type Case = components['schemas']['case'];
export type Exchange = components['schemas']['exchange'];
export type Headers = components['schemas']['headers'];
export type Question = components['schemas']['question'];
export type Evidence = components['schemas']['evidence'];
export type Statement = components['schemas']['statement'];
export type Report = components['schemas']['report'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
