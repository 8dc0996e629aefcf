import { bodies } from './bodies.ts';
import { cancels } from './cancels.ts';
import { meaningChanged, requestFieldRemoved, securityRemoved, validityChanged } from './change-rules.ts';
import { codeSamples, sampleFiles } from './code-samples.ts';
import { declaredFields } from './declared-fields.ts';
import { document } from './document.ts';
import { echoPairs } from './echo-pairs.ts';
import { echoes } from './echoes.ts';
import { enumDescriptions } from './enum-descriptions.ts';
import { environments } from './environments.ts';
import { extensions } from './extensions.ts';
import { fieldNames } from './field-names.ts';
import { html } from './html.ts';
import { introduction } from './introduction.ts';
import { invalidRequests } from './invalid-requests.ts';
import { links } from './links.ts';
import { markedQuestions } from './marked-questions.ts';
import { namedSchemas } from './named-schemas.ts';
import { oneOperation } from './one-operation.ts';
import { openResponses } from './open-responses.ts';
import { overlayActions } from './overlay-actions.ts';
import { parameters } from './parameters.ts';
import { proseLanguage } from './prose-language.ts';
import { provokingValues } from './provoking-values.ts';
import { readings } from './readings.ts';
import { fillSamples } from './samples.ts';
import { schemaKeywords } from './schema-keywords.ts';
import { security } from './security.ts';
import { success } from './success.ts';

/** The rules that protect this contract, beside Redocly's own: those of lint, and those that rate a change. `redocly.yaml` switches them on. */
export default function contractRules() {
  return {
    id: 'contract',
    rules: {
      oas3: {
        bodies,
        cancels,
        'code-samples': codeSamples,
        'declared-fields': declaredFields,
        document,
        'echo-pairs': echoPairs,
        echoes,
        'enum-descriptions': enumDescriptions,
        environments,
        extensions,
        'field-names': fieldNames,
        html,
        links,
        'marked-questions': markedQuestions,
        introduction,
        'invalid-requests': invalidRequests,
        'named-schemas': namedSchemas,
        'one-operation': oneOperation,
        'open-responses': openResponses,
        parameters,
        'prose-language': proseLanguage,
        'provoking-values': provokingValues,
        readings,
        'sample-files': sampleFiles,
        'schema-keywords': schemaKeywords,
        security,
        success,
      },
      overlay1: { 'overlay-actions': overlayActions },
    },
    diff: {
      oas3: {
        'meaning-changed': meaningChanged,
        'request-field-removed': requestFieldRemoved,
        'security-removed': securityRemoved,
        'validity-changed': validityChanged,
      },
    },
    decorators: { oas3: { 'fill-samples': fillSamples } },
  };
}
