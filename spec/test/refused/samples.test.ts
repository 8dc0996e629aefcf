import { drop, set } from '../edit.ts';
import { refuses } from '../refuses.ts';

refuses('code samples', [
  ['no code sample', drop('op.x-codeSamples'), 'code-samples', /patch$/, /No code sample has "--max-time/],
  [
    'code samples without the one with curl',
    set('op.x-codeSamples', [{ lang: 'Go', label: 'Go', source: '{{order}}' }]),
    'code-samples',
    /x-codeSamples$/,
    /Restore the one with curl/,
  ],
  [
    'a code sample without a label',
    set('op.x-codeSamples.+', { lang: 'Go', source: '{{order}}' }),
    'code-samples',
    /x-codeSamples\/1$/,
    /has no label/,
  ],
  [
    'two code samples with one label',
    set('op.x-codeSamples.+', { lang: 'Go', label: 'curl', source: '{{order}}' }),
    'code-samples',
    /label$/,
    /have the label "curl"/,
  ],
  [
    'a code sample with a partial',
    set('op.x-codeSamples.+', { lang: 'Go', label: 'Go', source: '{{> order}}' }),
    'code-samples',
    /x-codeSamples\/1$/,
    /partial "\{\{> order\}\}"/,
  ],
]);
