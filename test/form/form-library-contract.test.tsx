import { act, fireEvent, render, screen } from '@testing-library/react'
import { createRef, startTransition, StrictMode, useState, type Ref } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ItrFieldEvent } from '../../src/form/types.ts'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressHandle, ItrProgressBaseProps } from '../../src/ui/root/ItrProgressProps.ts'

const processing = itrResult('processing')
const completed = itrResult('completed')
const onChange = vi.fn()
const changeTo = (value: string | null) => [{ type: 'change', target: { name: 'itr', value } }]
const flushMicrotasks = () => act(async () => {})

beforeEach(() => {
  onChange.mockReset()
})

const Field = (
  props: ItrProgressBaseProps & {
    result?: ItrJobStatusResult
    handle?: Ref<ItrProgressHandle> | undefined
  },
) => {
  const { handle, ...rest } = props
  return <ItrProgress name="itr" result={completed} onChange={onChange} {...rest} ref={handle} />
}

describe('ItrProgress: onChange', () => {
  it('is called once for each change of the value', () => {
    const { rerender } = render(<Field result={processing} />)
    rerender(<Field result={itrResult('processing')} />)
    expect(onChange).not.toHaveBeenCalled()
    rerender(<Field />)
    rerender(<Field result={itrResult('completed')} />)
    rerender(<Field result={processing} />)
    expect(onChange.mock.calls).toEqual([changeTo(completed.jobId), changeTo('')])
  })

  it.each([null, undefined, ''])('is not called for the empty value %j', async (value) => {
    render(<Field result={processing} value={value} />)
    await flushMicrotasks()
    expect(onChange).not.toHaveBeenCalled()
  })

  it('is called once in StrictMode for a job that was completed before the mount', () => {
    render(<Field />, { wrapper: StrictMode })
    expect(onChange.mock.calls).toEqual([changeTo(completed.jobId)])
  })

  it('is called in the commit that changes the value, before the paint', () => {
    const { rerender } = render(<Field result={processing} />)
    let callsInCommit = 0
    rerender(
      <div ref={(host) => void (host && (callsInCommit = onChange.mock.calls.length))}>
        <Field />
      </div>,
    )
    expect(callsInCommit).toBe(1)
  })

  it('is called with the value under a new name', () => {
    const { rerender } = render(<Field name="other" />)
    onChange.mockReset()
    rerender(<Field />)
    expect(onChange.mock.calls).toEqual([changeTo(completed.jobId)])
  })
})

describe('ItrProgress: value', () => {
  it.each(['', 'forged', null, undefined])(
    'corrects %j in the same commit, and once more after effects, then no more',
    async (value) => {
      const { rerender } = render(<Field value={completed.jobId} />)
      onChange.mockReset()
      rerender(<Field value={value} />)
      expect(onChange.mock.calls).toEqual([changeTo(completed.jobId)])
      await flushMicrotasks()
      expect(onChange.mock.calls).toEqual([changeTo(completed.jobId), changeTo(completed.jobId)])
      rerender(<Field value={value} />)
      await flushMicrotasks()
      expect(onChange).toHaveBeenCalledTimes(2)
    },
  )

  it('corrects a value once if the host accepts the correction', async () => {
    const Host = () => {
      const [value, setValue] = useState<string | null>(null)
      const accept = (event: ItrFieldEvent<'change'>) => {
        onChange(event)
        setValue(event.target.value)
      }
      return (
        <>
          <Field value={value} onChange={accept} />
          <button onClick={() => setValue(null)}>Clear</button>
        </>
      )
    }
    render(<Host />)
    await flushMicrotasks()
    expect(onChange.mock.calls).toEqual([changeTo(completed.jobId)])
    await act(async () => screen.getByRole('button').click())
    expect(onChange.mock.calls).toEqual([changeTo(completed.jobId), changeTo(completed.jobId)])
  })

  it('does not correct a value after unmount', async () => {
    const { unmount } = render(<Field value="forged" />)
    onChange.mockReset()
    unmount()
    await flushMicrotasks()
    expect(onChange).not.toHaveBeenCalled()
  })

  it('does not put a forged value into the form data or make the field valid', () => {
    render(
      <form aria-label="f">
        <Field result={processing} value="forged" required />
      </form>,
    )
    const form = screen.getByRole<HTMLFormElement>('form')
    expect([...new FormData(form).values()]).toEqual([''])
    expect(form.querySelector('input')!.validity.valid).toBe(false)
  })
})

describe('ItrProgress: ref', () => {
  const calls: string[] = []
  const createNamedRef = (name: string): Ref<ItrProgressHandle> => {
    const log = (handle: ItrProgressHandle | null) => void calls.push(`${name}: ${handle && handle.name}`)
    if (name === 'object')
      return {
        set current(handle: ItrProgressHandle | null) {
          log(handle)
        },
      } as never
    return name === 'with cleanup' ? () => () => void calls.push('cleanup') : log
  }
  beforeEach(() => {
    calls.length = 0
  })

  const [a, b] = [createNamedRef('a'), createNamedRef('b')]
  const [object, cleanup] = [createNamedRef('object'), createNamedRef('with cleanup')]
  it.each<[string, Ref<ItrProgressHandle>, Ref<ItrProgressHandle>, string, string[]]>([
    ['does not call a replaced function with null', a, b, 'itr', ['a: itr', 'b: itr', 'b: null']],
    [
      'calls a replaced function with null if the name changes',
      a,
      b,
      'x',
      ['a: itr', 'a: null', 'b: x', 'b: null'],
    ],
    ['does not call an unchanged function again', a, a, 'itr', ['a: itr', 'a: null']],
    ['calls the cleanup of a replaced function', cleanup, b, 'itr', ['cleanup', 'b: itr', 'b: null']],
    ['calls the cleanup of the last function once', a, cleanup, 'itr', ['a: itr', 'cleanup']],
    ['may become a function', object, b, 'itr', ['object: itr', 'object: null', 'b: itr', 'b: null']],
    ['may become an object', a, object, 'itr', ['a: itr', 'object: itr', 'object: null']],
  ])('%s', (_, first, second, name, expected) => {
    const { rerender, unmount } = render(<Field handle={first} />)
    rerender(<Field handle={second} name={name} result={processing} />)
    unmount()
    expect(calls).toEqual(expected)
  })
})

describe('ItrProgressHandle', () => {
  const renderField = (result: ItrJobStatusResult, props: ItrProgressBaseProps = { required: true }) => {
    const ref = createRef<ItrProgressHandle>()
    const show = (next: ItrJobStatusResult) => <Field {...props} handle={ref} result={next} />
    const { rerender, unmount } = render(show(result))
    onChange.mockReset()
    return { handle: ref.current!, unmount, rerender: (next: ItrJobStatusResult) => rerender(show(next)) }
  }

  it('has the name, the value and the root element', () => {
    const { handle, rerender } = renderField(processing)
    expect([handle.name, handle.value]).toEqual(['itr', ''])
    expect(handle.element).toBe(screen.getByRole('group'))
    rerender(completed)
    expect(handle.value).toBe(completed.jobId)
  })

  it('ignores focus() after the unmount', () => {
    const { handle, unmount } = renderField(processing)
    unmount()
    expect(() => handle.focus()).not.toThrow()
  })

  it('corrects a different value that is written to it, after the writing code has ended', async () => {
    const { handle } = renderField(completed)
    handle.value = ''
    expect(handle.value).toBe(completed.jobId)
    expect(onChange).not.toHaveBeenCalled()
    await flushMicrotasks()
    expect(onChange.mock.calls).toEqual([changeTo(completed.jobId)])
  })

  it('does not report an equal value, or a value after unmount', async () => {
    const { handle, unmount } = renderField(completed)
    handle.value = completed.jobId!
    await flushMicrotasks()
    unmount()
    handle.value = ''
    await flushMicrotasks()
    expect(onChange).not.toHaveBeenCalled()
  })

  it.each(['focus', 'select'] as const)(
    'moves the focus to the heading or the retry button by %s()',
    (method) => {
      const { handle, rerender } = renderField(processing)
      handle[method]()
      expect(screen.getByRole('heading')).toHaveFocus()
      rerender(itrResult('timed-out'))
      handle[method]()
      expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus()
    },
  )

  it('blocks the form with a message of the host, until that is removed or the job changes', () => {
    const { handle, rerender } = renderField(processing)
    const input = () => document.querySelector<HTMLInputElement>('[data-itr-part="field"]')!
    const reportWith = (message: string) => {
      let isValid = false
      act(() => {
        handle.setCustomValidity(message)
        isValid = handle.reportValidity()
      })
      return isValid
    }
    handle.setCustomValidity('')
    expect(input().validationMessage).toBe(en.required)
    // A report counts as an attempt to submit, even if the focus is in another field.
    const other = document.body.appendChild(document.createElement('input'))
    other.focus()
    expect(reportWith('Not yet, says the host')).toBe(false)
    expect(input().validationMessage).toBe('Not yet, says the host')
    expect(screen.getByRole('heading')).toHaveAccessibleDescription('Not yet, says the host')
    expect(reportWith('')).toBe(false)
    expect(input().validationMessage).toBe(en.required)
    rerender(completed)
    expect(handle.reportValidity()).toBe(true)
    expect(reportWith('A second look is needed')).toBe(false)
    expect(screen.getByText('A second look is needed')).toBeInTheDocument()
    rerender({ ...completed, jobId: 'another' })
    expect([handle.reportValidity(), handle.value]).toEqual([true, 'another'])
    rerender(completed)
    expect(reportWith('A second look is needed')).toBe(false)
    rerender(processing)
    expect(input().validationMessage).toBe('A second look is needed')
    rerender(completed)
    expect(reportWith('')).toBe(true)
    expect(screen.queryByText('A second look is needed')).toBeNull()
    other.remove()
  })

  it('shows a message that is set in a transition, which renders after the attempt to submit', async () => {
    const { handle } = renderField(completed)
    await act(async () => {
      startTransition(() => handle.setCustomValidity('A second look is needed'))
      expect(handle.reportValidity()).toBe(false)
    })
    expect(screen.getByText('A second look is needed')).toBeInTheDocument()
  })

  it('is valid and empty without a field', () => {
    const { handle } = renderField(processing, { name: undefined })
    fireEvent.blur(handle.element!)
    expect([handle.reportValidity(), handle.name, handle.value]).toEqual([true, '', ''])
  })
})

describe('ItrProgress: onBlur', () => {
  it('is called when the focus leaves the widget, not when it moves inside', () => {
    const onBlur = vi.fn()
    render(
      <>
        <Field result={itrResult('failed')} onBlur={onBlur} onRestart={() => {}} onAlternative={() => {}} />
        <button>elsewhere</button>
      </>,
    )
    const [restart, alternative, elsewhere] = screen.getAllByRole('button')
    act(() => restart!.focus())
    act(() => alternative!.focus())
    expect(onBlur).not.toHaveBeenCalled()
    act(() => elsewhere!.focus())
    expect(onBlur.mock.calls).toEqual([[{ type: 'blur', target: { name: 'itr', value: '' } }]])
  })
})
