/** Focuses the first invalid field. @returns whether there is one */
export function focusFirstFault(form: HTMLFormElement): boolean {
  const control = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  control?.focus()
  return control !== null
}
