/** Derived from spec/source.schema.json by "pnpm generate". Edit the schema, not this file. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A readable name in kebab-case that stays the same: the docs use it as an anchor, and reports print it. */
        id: string;
        ids: components["schemas"]["id"][];
        /** @description One to a few sentences on one line, without space at the ends. */
        text: string;
        /** @description The same text in English and in Korean. */
        bilingual: {
            en: components["schemas"]["text"];
            ko: components["schemas"]["text"];
        };
        /** @description A place on the page: its header, or section and row, for example "2.2 Body Parameter, row ax_status, Required". */
        place: string;
        /** @description JSON pointers (RFC 6901) into openapi.yaml. They do not follow a $ref: point at the component itself. */
        pointers: string[];
        /** @description One sentence, row or literal of the page that states something about the API. A case of the contract tests says itself that it proves it. */
        statement: {
            id: components["schemas"]["id"];
            place: components["schemas"]["place"];
            /** @description What the page states, in our words. Literals on the wire, and nothing else, stand in backticks. */
            says: components["schemas"]["text"];
            /** @description The nodes of the contract that carry it. */
            contract: components["schemas"]["pointers"];
            /** @description Why no request can check it. Present if, and only if, no case of the contract tests proves it. */
            unchecked?: components["schemas"]["text"];
            /** @description The questions that it raises. */
            questions?: components["schemas"]["ids"];
        };
        /** @description What another version or page of the wiki says, or the framework behind the server: evidence for a reading, never a second source of truth. */
        evidence: {
            id: components["schemas"]["id"];
            /** @description Which page, version or part of the framework. */
            where: components["schemas"]["bilingual"];
            /** @description What it says, in our words. */
            says: components["schemas"]["bilingual"];
        };
        /** @description One way to read the page, and what the server does if it is right. */
        reading: {
            /** @description Unique within its question. */
            id: components["schemas"]["id"];
            text: components["schemas"]["bilingual"];
            /** @description The overlay in spec/ that makes the contract this reading, or `none, because …`. */
            overlay: string;
        };
        /** @description One contradiction, gap or ambiguity of the page. */
        question: {
            id: components["schemas"]["id"];
            /**
             * @description The page contradicts itself, is silent, or can be read in more than one way.
             * @enum {unknown}
             */
            kind: "contradiction" | "gap" | "ambiguity";
            /** @description The question, one sentence. */
            title: components["schemas"]["bilingual"];
            /** @description Where the page contradicts itself, or where one would look for what it does not say. Each is the place of a statement, or the beginning of one. */
            places: components["schemas"]["place"][];
            readings: components["schemas"]["reading"][];
            /** @description The id of the reading that the contract follows; where nothing is known, the one that is safe for a caller. */
            taken: components["schemas"]["id"];
            /** @description Why the contract follows it. */
            why: components["schemas"]["bilingual"];
            /** @description Ids of the evidence that speaks to it. */
            evidence: components["schemas"]["ids"];
            /** @description The nodes of the contract that would change. */
            contract: components["schemas"]["pointers"];
            /** @description The request that settles it and how to read the answer, or whom to ask. */
            settle: components["schemas"]["bilingual"];
            /** @description Why the contract tests do not send it. Present if, and only if, no case asks it. */
            unasked?: components["schemas"]["bilingual"];
        };
        /**
         * The ledger of the contract (source.yaml)
         * @description What the page states, what speaks for one reading of it or another, and what it leaves open. That ids are unique and that what is referred to exists is checked by packages/contract/test/ledger.test.ts; what the cases prove and ask, by apps/contract-tests/test/ledger.test.ts.
         */
        ledger: {
            /** @description The one page that the contract is written from. */
            page: {
                title: components["schemas"]["text"];
                /** @description The number that the wiki gives this version. */
                version: number;
            };
            /** @description What the page states about the API, from top to bottom. */
            statements: components["schemas"]["statement"][];
            /** @description Other versions and pages of the wiki, and the framework behind the server: evidence, never a second source. */
            evidence: components["schemas"]["evidence"][];
            /** @description What the page leaves open: contradictions, then gaps, then ambiguities. */
            questions: components["schemas"]["question"][];
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
export type Reading = components['schemas']['reading'];
export type Question = components['schemas']['question'];
export type Ledger = components['schemas']['ledger'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
