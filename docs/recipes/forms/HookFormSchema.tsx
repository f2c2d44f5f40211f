import { zodResolver } from '@hookform/resolvers/zod'
import { ItrProgress } from 'itr-progress'
import { en } from 'itr-progress/locales/en'
import { useForm } from 'react-hook-form'
import { z } from 'zod'

const applicationSchema = z.object({
  fullName: z.string().trim().min(1, 'Enter your full name.'),
  itrVerification: z.string().min(1, en.required),
})

type Application = z.infer<typeof applicationSchema>

interface HookFormSchemaProps {
  jobId: string
  onSubmit: (application: Application) => void
}

export function HookFormSchema({ jobId, onSubmit }: HookFormSchemaProps) {
  const { register, handleSubmit, reset, formState } = useForm({
    resolver: zodResolver(applicationSchema),
    defaultValues: { fullName: '', itrVerification: '' },
  })
  const { errors } = formState
  return (
    <form method="post" noValidate onSubmit={handleSubmit((application) => onSubmit(application))}>
      <label>
        Full name <input {...register('fullName')} />
      </label>
      {errors.fullName && <p role="alert">{errors.fullName.message}</p>}
      <ItrProgress jobId={jobId} {...register('itrVerification')} />
      {errors.itrVerification && <p role="alert">{errors.itrVerification.message}</p>}
      <button>Apply</button>
      <button type="button" onClick={() => reset()}>
        Clear
      </button>
    </form>
  )
}
