import { escapeHtml } from './html.ts';

/** One tab: its label and what it shows. */
export interface Tab {
  /** Unique on the page. */
  id: string;
  label: string;
  html: string;
}

/**
 * Tabs of native radio buttons: they work without a script, and arrow keys go from one to the next. On paper, every panel is
 * shown below its label.
 *
 * @param group the name that the buttons share on the page
 * @param label what is chosen, for screen readers
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

/** A choice that stands apart from what it shows: each `.variants` has one child for each option, in their order. */
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

/** What a choice shows. Each variant says on paper which one it is. */
export function renderVariants(options: readonly string[], variants: readonly string[]): string {
  const rendered = variants.map(
    (html, index) => `<div data-option="${escapeHtml(options[index] ?? '')}">${html}</div>`,
  );
  return `<div class="variants">${rendered.join('\n')}</div>`;
}

/** The style rules that hide what is not chosen, for a choice of up to so many options. A browser without `:has` shows all. */
export function choiceRules(options: number): string {
  const numbers = Array.from({ length: options }, (_, index) => index + 1);
  const rules = numbers.map(
    (number) =>
      `.try:has(.choice label:nth-of-type(${number}) > :checked) .variants > :not(:nth-child(${number}))`,
  );
  return `@media screen { ${rules.join(',\n')} { display: none } }\n`;
}
