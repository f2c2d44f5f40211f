import { ItrProgress } from 'itr-progress'
import { en } from 'itr-progress/locales/en'
import { Controller, useForm } from 'react-hook-form'

interface Application {
  fullName: string
  itrVerification: string
}

interface HookFormControllerProps {
  jobId: string
  onSubmit: (application: Application) => void
}

export function HookFormController({ jobId, onSubmit }: HookFormControllerProps) {
  const { control, register, handleSubmit, reset, formState } = useForm<Application>({
    defaultValues: { fullName: '', itrVerification: '' },
  })
  const { errors } = formState
  return (
    <form method="post" noValidate onSubmit={handleSubmit((application) => onSubmit(application))}>
      <label>
        Full name <input {...register('fullName', { required: 'Enter your full name.' })} />
      </label>
      {errors.fullName && <p role="alert">{errors.fullName.message}</p>}
      <Controller
        control={control}
        name="itrVerification"
        rules={{ required: en.required }}
        render={({ field, fieldState }) => (
          <>
            <ItrProgress jobId={jobId} {...field} />
            {fieldState.error && <p role="alert">{fieldState.error.message}</p>}
          </>
        )}
      />
      <button>Apply</button>
      <button type="button" onClick={() => reset()}>
        Clear
      </button>
    </form>
  )
}
