import { render } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgressAnnouncer } from '../../src/ui/parts/ItrProgressAnnouncer.tsx'
import { ItrProgressField } from '../../src/ui/parts/ItrProgressField.tsx'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'
import { show } from './show.tsx'

const warn = vi.spyOn(console, 'warn')
beforeEach(() => {
  warn.mockReset()
})
afterEach(() => vi.unstubAllEnvs())

const children = <ItrProgressAnnouncer />
const withField = [children, <ItrProgressField key="field" />]

describe('ItrProgress: warnings', () => {
  it.each<[string, ItrProgressBaseProps, string]>([
    ['no announcer', { children: null }, 'has no <ItrProgressAnnouncer>'],
    ['a name but no field', { children, name: 'itr' }, 'has the `name` "itr" but no <ItrProgressField>'],
    ['`required` but no field', { children, required: true }, 'is `required` but no <ItrProgressField>'],
    [
      'a field but no message',
      { children: withField, name: 'itr', required: true },
      'is `required` but has no <ItrProgressMessage>',
    ],
  ])('warns once in development of %s', (_, props, warning) => {
    warn.mockImplementation(() => {})
    const { rerender } = render(<ItrProgress {...props} result={itrResult('processing')} />, {
      wrapper: StrictMode,
    })
    rerender(<ItrProgress {...props} result={itrResult('completed')} />)
    expect(warn.mock.calls).toEqual([[expect.stringContaining(`itr-progress: `)]])
    expect(warn.mock.calls[0]![0]).toContain(warning)
  })

  it.each<[string, ItrProgressBaseProps]>([
    ['the default layout', { name: 'itr', required: true }],
    ['a composition with an announcer', { children }],
    ['a field without a message that is not required', { children: withField, name: 'itr' }],
  ])('does not warn of %s', (_, props) => {
    show(itrResult('processing'), props)
    expect(warn).not.toHaveBeenCalled()
  })

  it('warns of no announcer in a custom root that drops its ref', () => {
    warn.mockImplementation(() => {})
    show(itrResult('processing'), { render: () => <section /> })
    expect(warn.mock.calls).toEqual([[expect.stringContaining('has no <ItrProgressAnnouncer>')]])
  })

  it('does not warn in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    show(itrResult('processing'), { locale: 'hi', children: null })
    expect(warn).not.toHaveBeenCalled()
  })
})
