/** Derived from spec/scenarios.schema.json by "pnpm generate". Edit the schema, not this file. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The same text in English and in Korean, as the READMEs and the docs show it: a few sentences on one line. */
        readonly bilingual: {
            readonly en: string;
            readonly ko: string;
        };
        /**
         * @description What is done to a response or to the connection in place of responding: `redirect` leads to another origin, `late` is the usual response after 5 s, `not-applied` a success whose order is as it was, `cut` one whose connection ends within the body, `truncated` one whose JSON ends early, `enveloped` one whose order is wrapped.
         * @enum {unknown}
         */
        readonly fault: "no-response" | "reset-before-reading" | "reset-after-reading" | "redirect" | "late" | "not-applied" | "cut" | "truncated" | "enveloped";
        /** @description Something that the contract does not document and that the mock and the mock fetch do at an order code of its own, so that a client can be tried with it. Nobody knows whether AX Cloud's server ever does it; networks and proxies do. */
        readonly scenario: {
            /** @description The order code at which it happens: a UUID that ends in the status, in 000x where there is none (as curl prints it), or in 2000 and more for a success that is not one. */
            readonly code: string;
            /** @description A short name in kebab-case, which the log shows. */
            readonly name: string;
            /** @description The HTTP status; null where no response comes. */
            readonly status: number | null;
            /** @description With `body`, the whole response; its names are in lower case. */
            readonly headers?: {
                readonly [key: string]: string;
            };
            /** @description The text of the response's body. */
            readonly body?: string;
            /** @description What is done in place of a fixed response. */
            readonly fault?: components["schemas"]["fault"];
            /** @description What happens. */
            readonly happens: components["schemas"]["bilingual"];
            /**
             * @description What is known of the order afterwards, by whoever waits for the response: it is cancelled; it is as it was, because the request was turned away; or nobody knows. A status that comes with `rejected` and that the contract does not document is one by which the client knows that nothing was cancelled.
             * @enum {unknown}
             */
            readonly outcome: "cancelled" | "rejected" | "unknown";
            /** @description What to do then. */
            readonly advice: components["schemas"]["bilingual"];
        };
        /**
         * What the mock and the mock fetch do beyond the contract (scenarios.yaml)
         * @description Each scenario has an order code of its own. That codes and names are unique, and that the contract provokes nothing at such a code, is checked by lint.
         */
        readonly scenarios: {
            readonly scenarios: readonly components["schemas"]["scenario"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Bilingual = components['schemas']['bilingual'];
export type Fault = components['schemas']['fault'];
export type Scenario = components['schemas']['scenario'];
export type Scenarios = components['schemas']['scenarios'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
