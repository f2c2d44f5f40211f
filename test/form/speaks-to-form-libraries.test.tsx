import { act, fireEvent, render, screen } from '@testing-library/react'
import { createRef, StrictMode, useState, type Ref } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ItrFieldEvent } from '../../src/form/useFormField.ts'
import { en } from '../../src/locales/en.ts'
import type { ItrJobStatusResult } from '../../src/polling/ItrJobStatusResult.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { ItrProgress } from '../../src/ui/root/ItrProgress.tsx'
import type { ItrProgressBaseProps, ItrProgressHandle } from '../../src/ui/root/ItrProgressProps.ts'

const watching = itrResult('processing')
const completed = itrResult('completed')
const onChange = vi.fn()
const told = (value: string | null) => [{ type: 'change', target: { name: 'itr', value } }]

beforeEach(() => {
  onChange.mockReset()
})

describe('onChange', () => {
  it('is told at each change of the value, and at no other time', () => {
    const { rerender } = render(<ItrProgress name="itr" result={watching} onChange={onChange} />)
    rerender(<ItrProgress name="itr" result={itrResult('processing')} onChange={onChange} />)
    expect(onChange).not.toHaveBeenCalled()
    rerender(<ItrProgress name="itr" result={completed} onChange={onChange} />)
    rerender(<ItrProgress name="itr" result={itrResult('completed')} onChange={onChange} />)
    rerender(<ItrProgress name="itr" result={watching} onChange={onChange} />)
    expect(onChange.mock.calls).toEqual([told(completed.jobId), told('')])
  })

  it('is told once of a job that was completed before it came, in StrictMode too', () => {
    render(<ItrProgress name="itr" result={completed} onChange={onChange} />, { wrapper: StrictMode })
    expect(onChange.mock.calls).toEqual([told(completed.jobId)])
  })

  it('is told before the page is painted, so that a library knows it with the same commit', () => {
    const { rerender } = render(<ItrProgress name="itr" result={watching} onChange={onChange} />)
    let known = 0
    function Host() {
      return (
        <div ref={(host) => void (host && (known = onChange.mock.calls.length))}>
          <ItrProgress name="itr" result={completed} onChange={onChange} />
        </div>
      )
    }
    rerender(<Host />)
    expect(known).toBe(1)
  })
})

describe('a value from outside', () => {
  const show = (value: string | null | undefined, result = completed) => (
    <ItrProgress name="itr" result={result} value={value} onChange={onChange} />
  )

  it.each(['', 'forged', null, undefined])(
    'that is %j is put right in the same commit, and again by the next turn where nobody heard',
    async (value) => {
      const { rerender } = render(show(completed.jobId))
      onChange.mockReset()
      rerender(show(value))
      expect(onChange.mock.calls[0]).toEqual(told(completed.jobId))
      await act(async () => {})
      const before = onChange.mock.calls.length
      rerender(show(value))
      await act(async () => {})
      expect(onChange).toHaveBeenCalledTimes(before)
    },
  )

  it('that a host holds is put right once', async () => {
    function Host() {
      const [value, setValue] = useState<string | null>(null)
      const hear = (event: ItrFieldEvent<'change'>) => {
        onChange(event)
        setValue(event.target.value)
      }
      return (
        <>
          <ItrProgress name="itr" result={completed} value={value} onChange={hear} />
          <button onClick={() => setValue(null)}>Clear</button>
        </>
      )
    }
    render(<Host />)
    await act(async () => {})
    expect(onChange.mock.calls).toEqual([told(completed.jobId)])
    await act(async () => screen.getByRole('button').click())
    expect(onChange.mock.calls).toEqual([told(completed.jobId), told(completed.jobId)])
  })

  it.each([null, undefined, ''])('that is %j is none, as long as there is none', async (value) => {
    render(show(value, watching))
    await act(async () => {})
    expect(onChange).not.toHaveBeenCalled()
  })

  it('never reaches the form', () => {
    render(
      <form aria-label="f">
        <ItrProgress name="itr" result={watching} value="forged" required onChange={onChange} />
      </form>,
    )
    const form = screen.getByRole<HTMLFormElement>('form')
    expect([...new FormData(form).values()]).toEqual([''])
    expect(form.checkValidity()).toBe(false)
  })

  it('that is written to the handle and true already is no news', async () => {
    const ref = createRef<ItrProgressHandle>()
    render(<ItrProgress name="itr" result={completed} ref={ref} onChange={onChange} />)
    onChange.mockReset()
    ref.current!.value = completed.jobId!
    await act(async () => {})
    expect(onChange).not.toHaveBeenCalled()
  })

  it('that a library writes to the handle is put right after it is done', async () => {
    const ref = createRef<ItrProgressHandle>()
    render(<ItrProgress name="itr" result={completed} ref={ref} onChange={onChange} />)
    onChange.mockReset()
    ref.current!.value = ''
    expect(ref.current!.value).toBe(completed.jobId)
    expect(onChange).not.toHaveBeenCalled()
    await act(async () => {})
    expect(onChange.mock.calls).toEqual([told(completed.jobId)])
  })
})

it('another name is told of the value', () => {
  const { rerender } = render(<ItrProgress name="other" result={completed} onChange={onChange} />)
  onChange.mockReset()
  rerender(<ItrProgress name="itr" result={completed} onChange={onChange} />)
  expect(onChange.mock.calls).toEqual([told(completed.jobId)])
})

describe('a ref function', () => {
  const field = (
    ref: Ref<ItrProgressHandle>,
    props: ItrProgressBaseProps & { result?: typeof watching } = {},
  ) => <ItrProgress name="itr" result={completed} {...props} ref={ref} />
  const calls: string[] = []
  const named = (name: string) => (handle: ItrProgressHandle | null) =>
    void calls.push(handle ? `${name} has ${handle.name}` : `${name} has none`)
  beforeEach(() => {
    calls.length = 0
  })

  it('that takes the place of another is told, and the other is not told that the field is gone', () => {
    const { rerender, unmount } = render(field(named('first')))
    rerender(field(named('second')))
    expect(calls).toEqual(['first has itr', 'second has itr'])
    unmount()
    expect(calls.slice(2)).toEqual(['second has none'])
  })

  it('is told of a field that has another name now', () => {
    const { rerender } = render(field(named('first')))
    rerender(field(named('second'), { name: 'itr2' }))
    expect(calls).toEqual(['first has itr', 'first has none', 'second has itr2'])
  })

  it('that stays the same is told nothing new', () => {
    const ref = named('the only one')
    const { rerender } = render(field(ref), { wrapper: StrictMode })
    const before = calls.length
    rerender(field(ref, { result: watching }))
    expect(calls).toHaveLength(before)
    expect(calls.at(-1)).toBe('the only one has itr')
  })

  it('that gives a cleanup has it called in place of null, once', () => {
    const cleanup = vi.fn()
    const { rerender, unmount } = render(field(() => cleanup))
    rerender(field(named('second')))
    expect(cleanup).toHaveBeenCalledTimes(1)
    unmount()
    expect(cleanup.mock.calls).toEqual([[]])
    expect(calls).toEqual(['second has itr', 'second has none'])
  })

  it('and a ref object take turns', () => {
    const object = createRef<ItrProgressHandle>()
    const { rerender } = render(field(object))
    expect(object.current!.name).toBe('itr')
    rerender(field(named('function')))
    expect(object.current).toBeNull()
    rerender(field(object))
    expect(object.current!.name).toBe('itr')
  })
})

it('a handle of a widget that is gone says nothing any more', async () => {
  let handle: ItrProgressHandle | null = null
  const { unmount } = render(
    <ItrProgress
      name="itr"
      result={completed}
      onChange={onChange}
      ref={(given: ItrProgressHandle | null) => void (handle = given ?? handle)}
    />,
  )
  onChange.mockReset()
  unmount()
  handle!.value = ''
  await act(async () => {})
  expect(onChange).not.toHaveBeenCalled()
})

describe('the handle', () => {
  const show = (result = watching) => {
    const ref = createRef<ItrProgressHandle>()
    const { rerender } = render(<ItrProgress name="itr" required result={result} ref={ref} />)
    const input = () => document.querySelector<HTMLInputElement>('[data-itr-part="field"]')!
    return {
      handle: ref.current!,
      input,
      thenShow: (next: typeof result) =>
        rerender(<ItrProgress name="itr" required result={next} ref={ref} />),
    }
  }

  it('has the name, the value and the element of the widget', () => {
    const { handle, thenShow } = show()
    expect([handle.name, handle.value]).toEqual(['itr', ''])
    expect(handle.element).toBe(screen.getByRole('group'))
    thenShow(completed)
    expect(handle.value).toBe(completed.jobId)
  })

  it.each(['focus', 'select'] as const)('%s goes where the person can go on', (method) => {
    const { handle, thenShow } = show()
    handle[method]()
    expect(screen.getByRole('heading')).toHaveFocus()
    thenShow(itrResult('timed-out'))
    handle[method]()
    expect(screen.getByRole('button', { name: 'Check again' })).toHaveFocus()
  })

  it('reports, and takes a reason of the host and gives it up again', () => {
    const { handle, input, thenShow } = show()
    act(() => expect(handle.reportValidity()).toBe(false))
    const isValidWith = (reason: string) => {
      let isValid = false
      act(() => {
        handle.setCustomValidity(reason)
        isValid = handle.reportValidity()
      })
      return isValid
    }
    expect(isValidWith('Not yet, says the host')).toBe(false)
    expect(input().validationMessage).toBe('Not yet, says the host')
    expect(screen.getByRole('heading')).toHaveAccessibleDescription('Not yet, says the host')
    expect(isValidWith('')).toBe(false)
    expect(input().validationMessage).toBe(en.required)
    thenShow(completed)
    expect(handle.reportValidity()).toBe(true)
    expect(isValidWith('A second look is needed')).toBe(false)
    expect(screen.getByText('A second look is needed')).toBeInTheDocument()
    thenShow({ ...completed, jobId: 'another' })
    expect([handle.reportValidity(), handle.value]).toEqual([true, 'another'])
    thenShow(completed)
    expect(isValidWith('A second look is needed')).toBe(false)
    thenShow(watching)
    expect(input().validationMessage).toBe('A second look is needed')
    thenShow(completed)
    expect(isValidWith('')).toBe(true)
    expect(screen.queryByText('A second look is needed')).toBeNull()
  })

  it('reports no trouble where there is no field', () => {
    const ref = createRef<ItrProgressHandle>()
    render(<ItrProgress result={watching} ref={ref} />)
    expect(ref.current!.reportValidity()).toBe(true)
    expect([ref.current!.name, ref.current!.value]).toEqual(['', ''])
  })
})

it('onBlur is told when the focus leaves the widget, not when it moves inside', () => {
  const onBlur = vi.fn()
  render(
    <>
      <ItrProgress
        name="itr"
        result={itrResult('failed')}
        onBlur={onBlur}
        onRestart={() => {}}
        onAlternative={() => {}}
      />
      <button>elsewhere</button>
    </>,
  )
  const [restart, fallback, elsewhere] = screen.getAllByRole('button')
  act(() => restart!.focus())
  act(() => fallback!.focus())
  expect(onBlur).not.toHaveBeenCalled()
  act(() => elsewhere!.focus())
  expect(onBlur.mock.calls).toEqual([[{ type: 'blur', target: { name: 'itr', value: '' } }]])
})

it.each([
  ['a name', { name: 'itr' }],
  ['a requirement', { required: true }],
])('%s without a field is told once, in development', (_, props) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const show = (result: ItrJobStatusResult) => (
    <ItrProgress {...props} result={result}>
      <p role="status" data-itr-part="announcer" />
    </ItrProgress>
  )
  const { rerender } = render(show(watching))
  rerender(show(completed))
  expect(warn.mock.calls).toEqual([[expect.stringContaining('<ItrProgressField>')]])
  fireEvent.blur(screen.getByRole('group'))
  warn.mockRestore()
})
