import { act, fireEvent, render, screen } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { en } from '../../src/locales/en.ts'
import { itrState } from '../../src/testing/itrState.ts'
import { ItrProgress } from '../../src/ui/ItrProgress.tsx'
import type { ItrProgressHandle } from '../../src/ui/ItrProgressProps.ts'

const watching = itrState('processing')
const completed = itrState('completed')
const onChange = vi.fn()
const told = (value: string | null) => [{ type: 'change', target: { name: 'itr', value } }]

beforeEach(() => {
  onChange.mockReset()
})

describe('onChange', () => {
  it('is told at each change of the value, and at no other time', () => {
    const { rerender } = render(<ItrProgress name="itr" itr={watching} onChange={onChange} />)
    rerender(<ItrProgress name="itr" itr={itrState('processing')} onChange={onChange} />)
    expect(onChange).not.toHaveBeenCalled()
    rerender(<ItrProgress name="itr" itr={completed} onChange={onChange} />)
    rerender(<ItrProgress name="itr" itr={itrState('completed')} onChange={onChange} />)
    rerender(<ItrProgress name="itr" itr={watching} onChange={onChange} />)
    expect(onChange.mock.calls).toEqual([told(completed.jobId), told('')])
  })

  it('is told once of a job that was completed before it came, in StrictMode too', () => {
    render(<ItrProgress name="itr" itr={completed} onChange={onChange} />, { wrapper: StrictMode })
    expect(onChange.mock.calls).toEqual([told(completed.jobId)])
  })

  it('is told before the page is painted, so that a library knows it with the same commit', () => {
    const { rerender } = render(<ItrProgress name="itr" itr={watching} onChange={onChange} />)
    let known = 0
    function Host() {
      return (
        <div ref={(host) => void (host && (known = onChange.mock.calls.length))}>
          <ItrProgress name="itr" itr={completed} onChange={onChange} />
        </div>
      )
    }
    rerender(<Host />)
    expect(known).toBe(1)
  })
})

describe('a value from outside', () => {
  it('that is another one is put right, once', () => {
    const show = (value: string) => (
      <ItrProgress name="itr" itr={completed} value={value} onChange={onChange} />
    )
    const { rerender } = render(show(completed.jobId!))
    onChange.mockReset()
    rerender(show(''))
    expect(onChange.mock.calls).toEqual([told(completed.jobId)])
    rerender(show(''))
    expect(onChange).toHaveBeenCalledTimes(1)
    rerender(show('forged'))
    expect(onChange).toHaveBeenCalledTimes(2)
  })

  it('never reaches the form', () => {
    render(
      <form aria-label="f">
        <ItrProgress name="itr" itr={watching} value="forged" required onChange={onChange} />
      </form>,
    )
    const form = screen.getByRole<HTMLFormElement>('form')
    expect([...new FormData(form).values()]).toEqual([''])
    expect(form.checkValidity()).toBe(false)
  })

  it('that is written to the handle and true already is no news', async () => {
    const ref = createRef<ItrProgressHandle>()
    render(<ItrProgress name="itr" itr={completed} ref={ref} onChange={onChange} />)
    onChange.mockReset()
    ref.current!.value = completed.jobId!
    await act(async () => {})
    expect(onChange).not.toHaveBeenCalled()
  })

  it('that a library writes to the handle is put right after it is done', async () => {
    const ref = createRef<ItrProgressHandle>()
    render(<ItrProgress name="itr" itr={completed} ref={ref} onChange={onChange} />)
    onChange.mockReset()
    ref.current!.value = ''
    expect(ref.current!.value).toBe(completed.jobId)
    expect(onChange).not.toHaveBeenCalled()
    await act(async () => {})
    expect(onChange.mock.calls).toEqual([told(completed.jobId)])
  })
})

describe('the handle', () => {
  const show = (itr = watching) => {
    const ref = createRef<ItrProgressHandle>()
    const { rerender } = render(<ItrProgress name="itr" required itr={itr} ref={ref} />)
    const input = () => document.querySelector<HTMLInputElement>('[data-itr-part="field"]')!
    return {
      handle: ref.current!,
      input,
      thenShow: (next: typeof itr) => rerender(<ItrProgress name="itr" required itr={next} ref={ref} />),
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
    thenShow(itrState('timed-out'))
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
    thenShow(watching)
    expect(input().validationMessage).toBe('A second look is needed')
    thenShow(completed)
    expect(isValidWith('')).toBe(true)
    expect(screen.queryByText('A second look is needed')).toBeNull()
  })

  it('reports no trouble where there is no field', () => {
    const ref = createRef<ItrProgressHandle>()
    render(<ItrProgress itr={watching} ref={ref} />)
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
        itr={itrState('failed')}
        onBlur={onBlur}
        onRestart={() => {}}
        onFallback={() => {}}
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

it('a name without a field is told once, in development', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { rerender } = render(
    <ItrProgress name="itr" itr={watching}>
      <p role="status" data-itr-part="announcer" />
    </ItrProgress>,
  )
  rerender(
    <ItrProgress name="itr" itr={completed}>
      <p role="status" data-itr-part="announcer" />
    </ItrProgress>,
  )
  expect(warn.mock.calls).toEqual([[expect.stringContaining('<ItrProgressField>')]])
  fireEvent.blur(screen.getByRole('group'))
  warn.mockRestore()
})
