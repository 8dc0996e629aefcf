// The form that sends the operation's request, loaded when it is first opened. It stores nothing.
import { createForm } from './form.ts';

let form: HTMLFormElement | undefined;

/** Opens or closes the form below its button. The page has the address of its data. */
export async function open(button: HTMLButtonElement): Promise<void> {
  if (form === undefined) {
    const response = await fetch(new URL(document.body.dataset.sendForm ?? '', document.baseURI));
    const data = await response.json();
    // Another click may have come in between.
    form ??= place(createForm(data), button);
  }
  form.hidden = !form.hidden;
  button.ariaExpanded = String(!form.hidden);
  if (!form.hidden) form.querySelector('select')?.focus();
}

function place(made: HTMLFormElement, button: HTMLButtonElement): HTMLFormElement {
  made.hidden = true;
  button.closest('.endpoint')?.after(made);
  // The page's script adds a copy button.
  made.querySelector('.code')?.dispatchEvent(new Event('code', { bubbles: true }));
  return made;
}
