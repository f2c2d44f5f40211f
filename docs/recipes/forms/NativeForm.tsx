import { ItrProgress } from 'itr-progress'

interface NativeFormProps {
  jobId: string
  onSubmit: (application: FormData) => void
}

export function NativeForm({ jobId, onSubmit }: NativeFormProps) {
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(new FormData(event.currentTarget))
      }}
    >
      <label>
        Full name <input name="fullName" required />
      </label>
      <ItrProgress jobId={jobId} name="itrVerification" required />
      <button>Apply</button>
      <button type="reset">Clear</button>
    </form>
  )
}
