import { StageHeading } from './StageHeading.tsx'

/** Placeholder for the upload of documents. */
export function DocumentsPanel({ onBack }: { onBack: () => void }) {
  return (
    <section className="card">
      <StageHeading>Upload documents instead</StageHeading>
      <p>
        Send us the acknowledgements (ITR-V) of your last two returns, or your last six salary slips. We check
        them within two working days.
      </p>
      <p className="note">
        This demonstration ends here: a real application has its upload fields in this place.
      </p>
      <button type="button" className="secondary" onClick={onBack}>
        Get my returns online instead
      </button>
    </section>
  )
}
