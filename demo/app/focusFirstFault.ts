/** Takes the person to what they have to put right. @returns whether there is anything */
export function focusFirstFault(form: HTMLFormElement): boolean {
  const control = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  control?.focus()
  return control !== null
}
