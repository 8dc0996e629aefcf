import { echoPairs } from './echo-pairs.ts';
import { proseLanguage } from './prose-language.ts';
import { provokingValues } from './provoking-values.ts';

/** The lint rules that protect this contract, beside Redocly's own. `redocly.yaml` switches them on. */
export default function contractRules() {
  return {
    id: 'contract',
    rules: {
      oas3: {
        'echo-pairs': echoPairs,
        'prose-language': proseLanguage,
        'provoking-values': provokingValues,
      },
    },
  };
}
