'use client'

import { useRef, type FocusEvent, type Ref } from 'react'
import type { ItrJobStatusResult } from '../../polling/ItrJobStatusResult.ts'
import { useTranslatedView } from '../../view/useItrView.ts'
import { usePart } from '../parts/usePart.tsx'
import { getAppearanceAttributes } from './appearance.ts'
import { defaultLayout } from './defaultLayout.tsx'
import { getRootAttributes } from './getRootAttributes.ts'
import type { ItrProgressHandle, ItrProgressProps } from './ItrProgressProps.ts'
import { useDevelopmentWarnings } from './useDevelopmentWarnings.ts'
import { useFocusFallback } from './useFocusFallback.ts'
import { ItrProgressContext } from './useItrProgress.ts'
import { useJobField } from './useJobField.ts'
import { useKeptHeight } from './useKeptHeight.ts'
import { useLabelledBy } from './useLabelledBy.ts'
import { useLanguageAttributes } from './useLanguageAttributes.ts'
import { useUniqueId } from './useUniqueId.ts'

interface Props {
  result: ItrJobStatusResult
  props: ItrProgressProps
  handle: Ref<ItrProgressHandle>
}

/** The element around the parts, and the state that the parts share. */
export function ItrProgressRoot({ result, props, handle }: Props) {
  const { view, translator } = useTranslatedView(result, props, props)

  const root = useRef<HTMLElement>(null)
  const getPart = (name: string) =>
    name === 'root' ? root.current : root.current?.querySelector<HTMLElement>(`[data-itr-part="${name}"]`)
  const getHeading = () => getPart('heading')

  const headingId = useUniqueId(getHeading)
  const labelledBy = useLabelledBy(getHeading, headingId)
  const languageAttributes = useLanguageAttributes(root, view)
  const { onFocus, watchFocus } = useFocusFallback(root, getHeading)
  const field = useJobField(props, result, translator.t('required'), getPart, handle)
  useKeptHeight(root, result.jobId)
  useDevelopmentWarnings(root, props)

  const defaultProps = {
    role: 'group',
    // It would win over the host's label (WAI-ARIA 1.2, accessible name).
    'aria-labelledby': props['aria-label'] ? undefined : labelledBy,
    'data-invalid': field.validationMessage ? '' : undefined,
    ...languageAttributes,
    ...getAppearanceAttributes(props.appearance),
    onFocus,
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) field.reportBlur()
    },
    children: defaultLayout,
  }
  const context = {
    result,
    view,
    translator,
    field,
    headingId,
    getHeading,
    watchFocus,
    validationMessageId: field.validationMessage ? `${headingId}message` : undefined,
    showDetails: props.showDetails,
  }
  const element = usePart('root', 'div', result, defaultProps, getRootAttributes(props), root)
  return <ItrProgressContext.Provider value={context}>{element}</ItrProgressContext.Provider>
}
