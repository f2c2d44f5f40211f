export const stages = { details: 'Your details', review: 'Review and submit', accepted: 'Done' }

export type Stage = keyof typeof stages

const order = Object.keys(stages) as Stage[]

/** Progress of the application form. */
export function StageList({ current }: { current: Stage }) {
  return (
    <ol className="stages" aria-label="Steps of the application">
      {order.map((stage) => (
        <li
          key={stage}
          aria-current={stage === current ? 'step' : undefined}
          data-done={order.indexOf(stage) < order.indexOf(current) || undefined}
        >
          {stages[stage]}
        </li>
      ))}
    </ol>
  )
}
