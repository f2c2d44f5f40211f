'use client'

import { useEffect, useId, useRef, useState, type CSSProperties, type FocusEvent, type Ref } from 'react'
import { useFormField } from '../../form/useFormField.ts'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import type { ItrJobStatusOptions } from '../../react/resolveOptions.ts'
import { warnInDevelopment } from './warnInDevelopment.ts'
import { ItrProgressActions } from '../parts/ItrProgressActions.tsx'
import { ItrProgressAnnouncer } from '../parts/ItrProgressAnnouncer.tsx'
import { ItrProgressBar } from '../parts/ItrProgressBar.tsx'
import { ItrProgressField } from '../parts/ItrProgressField.tsx'
import { ItrProgressHeading } from '../parts/ItrProgressHeading.tsx'
import { ItrProgressMessage } from '../parts/ItrProgressMessage.tsx'
import type { ItrAppearance, ItrProgressHandle, ItrProgressProps } from './ItrProgressProps.ts'
import { ItrProgressSteps } from '../parts/ItrProgressSteps.tsx'
import { Part } from '../parts/definePart.tsx'
import { getStatusText } from '../../view/getStatusText.ts'
import { getSteps } from '../../view/getSteps.ts'
import { useFocusFallback } from './useFocusFallback.ts'
import { ItrProgressContext } from './useItrProgress.ts'
import { useTranslator } from './useTranslator.ts'
import { getAvailableActions } from '../../view/getAvailableActions.ts'

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

export interface ItrProgressRootProps extends Omit<ItrProgressProps, keyof ItrJobStatusOptions | 'itr'> {
  result: ItrJobStatusResult
  handle: Ref<ItrProgressHandle>
}

/** The root for a result that is at hand: the element around the parts, and what they see. */
export function ItrProgressRoot(props: ItrProgressRootProps) {
  const {
    result,
    handle,
    steps: plan = [],
    onRetry,
    onRestart,
    onAlternative,
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

  const words = useTranslator(messages, locale)
  const steps = getSteps(result.job, plan, words.find)
  const ways = getAvailableActions(result, {
    retry: () => {
      result.retry()
      onRetry?.()
    },
    restart: onRestart && (() => onRestart(result.job)),
    alternative: onAlternative && (() => onAlternative(result.job)),
    report: reportHref ?? result.job?.pdfReportUrl,
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
    warnInDevelopment(element.current, name || required, words.locale, words.find('lang'))
  })

  const field = useFormField(
    {
      name,
      required,
      form,
      disabled,
      onChange,
      onBlur,
      controlled: 'value' in props ? (value ?? '') : undefined,
      jobId: result.jobId,
      value: (result.phase === 'completed' && result.jobId) || '',
      requiredMessage: words.t('required'),
      focus: () => {
        const place = part('retry') ?? heading() ?? element.current
        // A root takes the focus only where it is told to.
        if (place && place.tabIndex < 0) place.tabIndex = -1
        place?.focus()
      },
      getRoot: () => element.current,
      getInput: () => (part('field') as HTMLInputElement | null | undefined) ?? null,
    },
    handle,
  )

  const kept = useFocusFallback(heading)
  const own = {
    role: 'group',
    'aria-labelledby': labelledBy,
    'data-invalid': field.validationMessage ? '' : undefined,
    'data-itr-theme': appearance?.theme === 'auto' ? undefined : appearance?.theme,
    style: tokensOf(appearance),
    ...words.attributes,
    onFocus: kept.onFocus,
    onBlur: (event: FocusEvent) => {
      kept.onBlur()
      if (!event.currentTarget.contains(event.relatedTarget)) field.reportBlur()
    },
    children,
  }
  const sayings = getStatusText(result, steps, words.t)
  const root = {
    ...words,
    result,
    steps,
    sayings,
    ways,
    field,
    refusal: field.validationMessage,
    refusalId: field.validationMessage ? `${ownId}refusal` : undefined,
    ownId,
    showDetails,
  }
  return (
    <ItrProgressContext.Provider value={root}>
      <Part name="root" tag="div" result={result} own={own} given={given} forwarded={element} />
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
