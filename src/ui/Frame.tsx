'use client'

import { useEffect, useId, useRef, useState, type CSSProperties, type FocusEvent, type Ref } from 'react'
import { useFormField } from '../form/useFormField.ts'
import type { ItrJobStatusResult } from '../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from '../react/readOptions.ts'
import { advise } from './advise.ts'
import { ItrProgressActions } from './ItrProgressActions.tsx'
import { ItrProgressAnnouncer } from './ItrProgressAnnouncer.tsx'
import { ItrProgressBar } from './ItrProgressBar.tsx'
import { ItrProgressField } from './ItrProgressField.tsx'
import { ItrProgressHeading } from './ItrProgressHeading.tsx'
import { ItrProgressMessage } from './ItrProgressMessage.tsx'
import type { ItrAppearance, ItrProgressHandle, ItrProgressProps } from './ItrProgressProps.ts'
import { ItrProgressSteps } from './ItrProgressSteps.tsx'
import { Part } from './definePart.tsx'
import { sayingsOf } from './sayingsOf.ts'
import { stepsOf } from './stepsOf.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { ItrProgressContext } from './useItrProgress.ts'
import { useWords } from './useWords.ts'
import { waysOut } from './waysOut.ts'

/** The prompt and its buttons stand above the steps, where they are seen on a small screen. */
const usualLayout = (
  <>
    <ItrProgressHeading />
    <ItrProgressBar />
    <ItrProgressMessage />
    <ItrProgressActions />
    <ItrProgressSteps />
    <ItrProgressField />
    <ItrProgressAnnouncer />
  </>
)

export interface FrameProps extends Omit<ItrProgressProps, keyof ItrJobStatusOptions | 'itr'> {
  itr: ItrJobStatusResult
  handle: Ref<ItrProgressHandle>
}

/** The root for a result that is at hand: the element around the parts, and what they see. */
export function Frame(props: FrameProps) {
  const {
    itr,
    handle,
    steps: plan = [],
    onRetry,
    onRestart,
    onFallback,
    reportHref,
    showDetails,
    locale,
    messages,
    appearance,
    children = usualLayout,
    name,
    required,
    form,
    disabled,
    onChange,
    onBlur,
    value,
    ...given
  } = props

  const words = useWords(messages, locale)
  const steps = stepsOf(itr.job, plan, words.find)
  const ways = waysOut(itr, {
    retry: () => {
      itr.retry()
      onRetry?.()
    },
    restart: onRestart && (() => onRestart(itr.job)),
    fallback: onFallback && (() => onFallback(itr.job)),
    report: reportHref ?? itr.job?.pdfReportUrl,
  })

  const element = useRef<HTMLElement>(null)
  const part = (name: string) => element.current?.querySelector<HTMLElement>(`[data-itr-part="${name}"]`)
  const heading = () => part('heading')

  // A host may give the heading another id, or leave it out, and think otherwise at any time.
  const ownId = useId()
  const [labelledBy, setLabelledBy] = useState<string | undefined>(ownId)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- hence no list
  useEffect(() => {
    setLabelledBy(heading()?.id)
    advise(element.current, name || required, words.locale, words.find('lang'))
  })

  const field = useFormField(
    {
      name,
      required,
      form,
      disabled,
      onChange,
      onBlur,
      value,
      isHeld: 'value' in props,
      jobId: itr.jobId,
      truth: (itr.phase === 'completed' && itr.jobId) || '',
      message: words.t('required'),
      focus: () => {
        const place = part('retry') ?? heading() ?? element.current
        // A root takes the focus only where it is told to.
        if (place && place.tabIndex < 0) place.tabIndex = -1
        place?.focus()
      },
      part: (name) => (name === 'root' ? element.current : part(name)),
    },
    handle,
  )

  const kept = useKeptFocus(heading)
  const own = {
    role: 'group',
    'aria-labelledby': labelledBy,
    'data-invalid': field.refusal ? '' : undefined,
    'data-itr-theme': appearance?.theme === 'auto' ? undefined : appearance?.theme,
    style: tokensOf(appearance),
    ...words.attributes,
    onFocus: kept.onFocus,
    onBlur: (event: FocusEvent) => {
      kept.onBlur()
      if (!event.currentTarget.contains(event.relatedTarget)) field.leave()
    },
    children,
  }
  const sayings = sayingsOf(itr, steps, words.t)
  const root = {
    ...words,
    itr,
    steps,
    sayings,
    ways,
    field: field.attributes,
    fieldKey: field.key,
    blockForm: field.block,
    refusal: field.refusal,
    refusalId: field.refusal ? `${ownId}refusal` : undefined,
    ownId,
    showDetails,
  }
  return (
    <ItrProgressContext.Provider value={root}>
      <Part name="root" tag="div" itr={itr} own={own} given={given} forwarded={element} />
    </ItrProgressContext.Provider>
  )
}

function tokensOf(appearance: ItrAppearance | undefined): CSSProperties | undefined {
  return (
    appearance?.variables &&
    Object.fromEntries(
      Object.entries(appearance.variables).map(([token, value]) => [`--itr-${token}`, value]),
    )
  )
}
