/** Derived from spec/generated-clients.schema.json by "pnpm generate". Edit the schema, not this file. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The same text in English and in Korean. */
        readonly bilingual: {
            readonly en: string;
            readonly ko: string;
        };
        /**
         * @description `not-compiled`: what was generated does not compile. `not-sent`: no request reached the server. `null-sent`: a field was sent as null that was to be left out. `altered`: another body was sent. `refused`: the server refused the request, because something was missing in it or wrong. `status-lost`: the caller does not learn the status, or a server sends another one. `body-lost`: the caller does not get the fields of the response, or a server sends others.
         * @enum {unknown}
         */
        readonly problem: "not-compiled" | "not-sent" | "null-sent" | "altered" | "refused" | "status-lost" | "body-lost";
        /** @description What went wrong; empty where all went well. */
        readonly problems: readonly components["schemas"]["problem"][];
        /** @description What the client made of a documented response. */
        readonly generatedResponse: {
            readonly status: number;
            /** @description The class of the exception or error that the caller gets; null where the response is returned. */
            readonly raised: string | null;
            readonly problems: components["schemas"]["problems"];
            /** @description The same where the response has fields that the contract does not declare. Not at a server. */
            readonly problemsWithExtraFields?: components["schemas"]["problems"];
        };
        /** @description What must be set so that it works. */
        readonly requiredSetting: {
            /** @description What goes wrong without it, and what to set. */
            readonly why: components["schemas"]["bilingual"];
            /** @description Options of the generator, which `command` has as well: `name=value`. */
            readonly options?: readonly string[];
            /** @description Code of the caller that sets it. */
            readonly code?: string;
            /** @description What went wrong when it was not set. */
            readonly without: readonly components["schemas"]["problem"][];
        };
        /** @description One client or server that was generated from the contract and compiled. */
        readonly generatedClient: {
            readonly id: string;
            readonly language: string;
            /** @description The name of the generator. */
            readonly generator: string;
            /** @description The version of the generator. */
            readonly version: string;
            /** @description What the generator was asked for, such as `java`. */
            readonly target?: string;
            /** @description The variant of it, such as `native`. */
            readonly library?: string;
            /** @enum {unknown} */
            readonly kind: "client" | "server";
            /** @description The command that generates it from a file `openapi.yaml`, or `openapi-3.0.yaml` of the docs, with all that must be set. */
            readonly command: string;
            /** @description By ascending status. */
            readonly responses: readonly components["schemas"]["generatedResponse"][];
            /** @description How a program reads the body of an error, as a line of code. Not at a server. */
            readonly readsError?: string;
            readonly setting?: components["schemas"]["requiredSetting"];
        };
        /**
         * What other people's generators make of the contract (generated-clients.json)
         * @description Written by the command of e2e/src/generators, from its hand-written list and from what a run found. Each client or server was generated, compiled and called.
         */
        readonly generatedClients: {
            /** @description The version of the contract that they were generated from. */
            readonly contract: string;
            /** @description The day on which the last of them was generated, compiled and called, in UTC. */
            readonly date: string;
            readonly clients: readonly components["schemas"]["generatedClient"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Bilingual = components['schemas']['bilingual'];
export type Problem = components['schemas']['problem'];
export type Problems = components['schemas']['problems'];
export type GeneratedResponse = components['schemas']['generatedResponse'];
export type RequiredSetting = components['schemas']['requiredSetting'];
export type GeneratedClient = components['schemas']['generatedClient'];
export type GeneratedClients = components['schemas']['generatedClients'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
