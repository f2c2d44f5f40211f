/** The part of a DOM event that form libraries read. */
export interface ItrFieldEvent<Type extends 'change' | 'blur'> {
  type: Type
  target: { name: string; value: string }
}

/** Props that make the widget a field of the form around it. */
export interface ItrFieldProps {
  /** Name of the value in the form data. Without one, nothing is sent. */
  name?: string | undefined
  /** Blocks the form until the job is completed. Default: false. */
  required?: boolean | undefined
  /** `id` of the form. Default: the form around the widget. */
  form?: string | undefined
  /** Takes the field out of the form. Polling goes on. Default: false. */
  disabled?: boolean | undefined
  /** Called at each change of the value: the `jobId` once the job is completed, else empty. */
  onChange?: ((event: ItrFieldEvent<'change'>) => unknown) | undefined
  /** Called when the focus leaves the widget. */
  onBlur?: ((event: ItrFieldEvent<'blur'>) => unknown) | undefined
  /** Value that a form library holds. A different one is corrected through `onChange`. */
  value?: string | null | undefined
}

/** The methods and properties of an input that form libraries use. */
export interface ItrFieldHandle {
  /** Moves the focus to the retry button, else to the heading. */
  focus: () => void
  /** The same as `focus`: there is no text to select. */
  select: () => void
  /** Blocks the form with a message of the host. An empty string removes it. */
  setCustomValidity: (message: string) => void
  /** Returns whether the field is valid. If not, the widget shows the reason. */
  reportValidity: () => boolean
  /** Value that follows from the job. A different value written to it is corrected through `onChange`. */
  value: string
  readonly name: string
  /** The root's element. */
  readonly element: HTMLElement | null
}
