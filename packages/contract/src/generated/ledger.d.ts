/** Derived from spec/source.schema.json by "pnpm generate". Edit the schema, not this file. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A readable name in kebab-case that stays the same: the docs use it as an anchor, and reports print it. */
        readonly id: string;
        readonly ids: readonly components["schemas"]["id"][];
        /** @description One to a few sentences on one line, without space at the ends. */
        readonly text: string;
        /** @description The same text in English and in Korean. */
        readonly bilingual: {
            readonly en: components["schemas"]["text"];
            readonly ko: components["schemas"]["text"];
        };
        /** @description A place on the page: its header, or section and row, for example "2.2 Body Parameter, row ax_status, Required". */
        readonly place: string;
        /** @description JSON pointers (RFC 6901) into openapi.yaml. They do not follow a $ref: point at the component itself. */
        readonly pointers: readonly string[];
        /** @description One sentence, row or literal of the page that states something about the API. A case of the contract tests says itself that it proves it. */
        readonly statement: {
            readonly id: components["schemas"]["id"];
            readonly place: components["schemas"]["place"];
            /** @description What the page states, in our words. Literals on the wire, and nothing else, stand in backticks. */
            readonly says: components["schemas"]["bilingual"];
            /** @description The nodes of the contract that carry it. */
            readonly contract: components["schemas"]["pointers"];
            /** @description Why no request can check it. Present if, and only if, no case of the contract tests proves it. */
            readonly unchecked?: components["schemas"]["text"];
            /** @description The questions that it raises. */
            readonly questions?: components["schemas"]["ids"];
            /** @description The settled question whose answer contradicts it. The contract follows the answer. */
            readonly contradictedBy?: components["schemas"]["id"];
        };
        /** @description What another version or page of the wiki says, or the framework behind the server: evidence for a reading, never a second source of truth. */
        readonly evidence: {
            readonly id: components["schemas"]["id"];
            /** @description Which page, version or part of the framework. */
            readonly where: components["schemas"]["bilingual"];
            /** @description What it says, in our words. */
            readonly says: components["schemas"]["bilingual"];
        };
        readonly date: string;
        /** @description How a question was settled. The contract follows the answer; no reading of the question has an overlay any more. */
        readonly settled: components["schemas"]["observed"] | components["schemas"]["confirmed"];
        /** @description A server did so in a run of the contract tests. */
        readonly observed: {
            /** @constant */
            readonly as: "observed";
            /** @description The day of the run, in UTC. */
            readonly date: components["schemas"]["date"];
            /** @description The id of the run, which stands in its report. */
            readonly run: components["schemas"]["text"];
            /** @description Scheme, host and port. */
            readonly server: components["schemas"]["text"];
            /** @description The case whose response told. */
            readonly case: components["schemas"]["text"];
            /** @description What it sent, as an HTTP message without the key. */
            readonly request: string;
            /** @description What it got, as an HTTP message. */
            readonly response: string;
        };
        /** @description AX Cloud said so when asked. */
        readonly confirmed: {
            /** @constant */
            readonly as: "confirmed";
            /** @description The day on which it was settled. */
            readonly date: components["schemas"]["date"];
            /** @description What AX Cloud said, and where. */
            readonly answer: components["schemas"]["text"];
        };
        /** @description One way to read the page, and what the server does if it is right. */
        readonly reading: {
            /** @description Unique within its question. */
            readonly id: components["schemas"]["id"];
            readonly text: components["schemas"]["bilingual"];
            /** @description The overlay in spec/ that makes the contract this reading. The reading that is taken needs none. */
            readonly overlay?: string;
            /** @description Why a reading that is not taken has no overlay. */
            readonly noOverlay?: components["schemas"]["bilingual"];
        };
        /** @description One contradiction, gap or ambiguity of the page. */
        readonly question: {
            readonly id: components["schemas"]["id"];
            /**
             * @description The page contradicts itself, is silent, or can be read in more than one way.
             * @enum {unknown}
             */
            readonly kind: "contradiction" | "gap" | "ambiguity";
            /**
             * @description What the answer may change: `wire`, what is sent or received; `outcome`, not that, but what becomes of an order; `prose`, neither.
             * @enum {unknown}
             */
            readonly impact: "wire" | "outcome" | "prose";
            /** @description The question, one sentence. */
            readonly title: components["schemas"]["bilingual"];
            /** @description Where the page contradicts itself, or where one would look for what it does not say. Each is the place of a statement, or the beginning of one. */
            readonly places: readonly components["schemas"]["place"][];
            readonly readings: readonly components["schemas"]["reading"][];
            /** @description The id of the reading that the contract follows; where nothing is known, the one that is safe for a caller. */
            readonly taken: components["schemas"]["id"];
            /** @description Why the contract follows it. */
            readonly why: components["schemas"]["bilingual"];
            /** @description Ids of the evidence that speaks to it. */
            readonly evidence: components["schemas"]["ids"];
            /** @description The nodes of the contract that would change. */
            readonly contract: components["schemas"]["pointers"];
            /** @description The request that settles it and how to read the answer, or whom to ask. */
            readonly settle: components["schemas"]["bilingual"];
            /** @description Why the contract tests do not send it. Present if, and only if, no case asks it. */
            readonly unasked?: components["schemas"]["bilingual"];
            /** @description Only where it has an answer, which is the reading taken. */
            readonly settled?: components["schemas"]["settled"];
        };
        /**
         * The ledger of the contract (source.yaml)
         * @description What the page states, what speaks for one reading of it or another, and what it leaves open. That ids are unique and that questions, evidence and readings exist is checked by lint; that nodes of the contract exist, by packages/contract/test/ledger.test.ts; what the cases prove and ask, by apps/contract-tests/test/ledger.test.ts.
         */
        readonly ledger: {
            /** @description The one page that the contract is written from. */
            readonly page: {
                readonly title: components["schemas"]["text"];
                /** @description The number that the wiki gives this version. */
                readonly version: number;
            };
            /** @description What the page states about the API, from top to bottom. */
            readonly statements: readonly components["schemas"]["statement"][];
            /** @description Other versions and pages of the wiki, and the framework behind the server: evidence, never a second source. */
            readonly evidence: readonly components["schemas"]["evidence"][];
            /** @description What the page leaves open: contradictions, then gaps, then ambiguities. */
            readonly questions: readonly components["schemas"]["question"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Id = components['schemas']['id'];
export type Ids = components['schemas']['ids'];
export type Text = components['schemas']['text'];
export type Bilingual = components['schemas']['bilingual'];
export type Place = components['schemas']['place'];
export type Pointers = components['schemas']['pointers'];
export type Statement = components['schemas']['statement'];
export type Evidence = components['schemas']['evidence'];
export type Date = components['schemas']['date'];
export type Settled = components['schemas']['settled'];
export type Observed = components['schemas']['observed'];
export type Confirmed = components['schemas']['confirmed'];
export type Reading = components['schemas']['reading'];
export type Question = components['schemas']['question'];
export type Ledger = components['schemas']['ledger'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
