import { ItrProgress } from 'itr-progress'
import { en } from 'itr-progress/locales/en'
import { useForm } from 'react-hook-form'

interface Application {
  fullName: string
  itrVerification: string
}

interface HookFormRegisterProps {
  jobId: string
  onSubmit: (application: Application) => void
}

export function HookFormRegister({ jobId, onSubmit }: HookFormRegisterProps) {
  const { register, handleSubmit, reset, formState } = useForm<Application>({
    defaultValues: { fullName: '', itrVerification: '' },
  })
  const { errors } = formState
  return (
    <form method="post" noValidate onSubmit={handleSubmit((application) => onSubmit(application))}>
      <label>
        Full name <input {...register('fullName', { required: 'Enter your full name.' })} />
      </label>
      {errors.fullName && <p role="alert">{errors.fullName.message}</p>}
      <ItrProgress jobId={jobId} {...register('itrVerification', { required: en.required })} />
      {errors.itrVerification && <p role="alert">{errors.itrVerification.message}</p>}
      <button>Apply</button>
      <button type="button" onClick={() => reset()}>
        Clear
      </button>
    </form>
  )
}
