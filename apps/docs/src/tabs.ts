import { escapeHtml } from './html.ts';

/** One tab: its label and what it shows. */
export interface Tab {
  /** Unique on the page. */
  id: string;
  label: string;
  html: string;
}

/**
 * Tabs of native radio buttons. They work without a script and with arrow keys. On paper, every panel is shown below its label.
 *
 * @param group the common name of the buttons on the page
 * @param label the name of the choice, for screen readers
 */
export function renderTabs(group: string, label: string, tabs: readonly Tab[]): string {
  const rendered = tabs.map(
    (tab, index) => `<input type="radio" name="${group}" id="${tab.id}"${index === 0 ? ' checked' : ''}>
<label for="${tab.id}">${escapeHtml(tab.label)}</label>
<div class="panel">
${tab.html}
</div>`,
  );
  return `<div class="tabs" role="group" aria-label="${escapeHtml(label)}">
${rendered.join('\n')}
</div>`;
}

/** A choice apart from its panels: each `.variants` on the page has a child for each option, in order. */
export function renderChoice(group: string, label: string, options: readonly string[]): string {
  const rendered = options.map(
    (option, index) =>
      `<label><input type="radio" name="${group}"${index === 0 ? ' checked' : ''}> <span>${escapeHtml(option)}</span></label>`,
  );
  return `<fieldset class="choice">
<legend>${escapeHtml(label)}</legend>
${rendered.join('\n')}
</fieldset>`;
}

/** The variants that a choice switches between. On paper, each has the name of its option. */
export function renderVariants(options: readonly string[], variants: readonly string[]): string {
  const rendered = variants.map(
    (html, index) => `<div data-option="${escapeHtml(options[index] ?? '')}">${html}</div>`,
  );
  return `<div class="variants">${rendered.join('\n')}</div>`;
}

/** The style rules that hide the variants that are not chosen, for a number of options. A browser without `:has` shows all. */
export function choiceRules(options: number): string {
  const numbers = Array.from({ length: options }, (_, index) => index + 1);
  const rules = numbers.map(
    (number) =>
      `.try:has(.choice label:nth-of-type(${number}) > :checked) .variants > :not(:nth-child(${number}))`,
  );
  return `@media screen { ${rules.join(',\n')} { display: none } }\n`;
}
