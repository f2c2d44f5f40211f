import { useForm } from '@tanstack/react-form'
import { ItrProgress, type ItrProgressHandle } from 'itr-progress'
import { en } from 'itr-progress/locales/en'
import { useRef } from 'react'

interface Application {
  fullName: string
  itrVerification: string
}

interface TanStackFormProps {
  jobId: string
  onSubmit: (application: Application) => void
}

const orElse =
  (message: string) =>
  ({ value }: { value: string }) =>
    value ? undefined : message

export function TanStackForm({ jobId, onSubmit }: TanStackFormProps) {
  const fullName = useRef<HTMLInputElement>(null)
  const progress = useRef<ItrProgressHandle>(null)
  const form = useForm({
    defaultValues: { fullName: '', itrVerification: '' },
    onSubmit: ({ value }) => onSubmit(value),
    onSubmitInvalid: ({ formApi }) => {
      const first = formApi.getFieldMeta('fullName')?.isValid ? progress : fullName
      first.current?.focus()
    },
  })
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit()
      }}
    >
      <form.Field name="fullName" validators={{ onChange: orElse('Enter your full name.') }}>
        {({ name, state, handleChange, handleBlur }) => (
          <>
            <label>
              Full name{' '}
              <input
                ref={fullName}
                name={name}
                value={state.value}
                onChange={(event) => handleChange(event.target.value)}
                onBlur={handleBlur}
              />
            </label>
            {!state.meta.isValid && <p role="alert">{state.meta.errors[0]}</p>}
          </>
        )}
      </form.Field>
      <form.Field name="itrVerification" validators={{ onChange: orElse(en.required) }}>
        {({ name, state, handleChange, handleBlur }) => (
          <>
            <ItrProgress
              ref={progress}
              jobId={jobId}
              name={name}
              value={state.value}
              onChange={(event) => handleChange(event.target.value)}
              onBlur={handleBlur}
            />
            {!state.meta.isValid && <p role="alert">{state.meta.errors[0]}</p>}
          </>
        )}
      </form.Field>
      <button>Apply</button>
      <button type="button" onClick={() => form.reset()}>
        Clear
      </button>
    </form>
  )
}
