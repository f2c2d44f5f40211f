import { describe, expect, it, vi } from 'vitest'
import { mergeProps } from '../../src/ui/parts/mergeProps.ts'

describe('mergeProps', () => {
  it('joins class names with one space', () => {
    expect(mergeProps({ className: 'ours' }, { className: 'theirs' }).className).toBe('ours theirs')
    expect(mergeProps({}, { className: 'theirs' }).className).toBe('theirs')
    expect(mergeProps({ className: 'ours' }, { className: '' }).className).toBe('ours')
  })

  it('takes a value of the host that is no handler, or a handler where we have none', () => {
    const onClick = vi.fn()
    expect(mergeProps({}, { onClick }).onClick).toBe(onClick)
    expect(mergeProps({ onClick }, { onClick: null }).onClick).toBeNull()
    expect(mergeProps({ onClick }, { onClick: undefined }).onClick).toBe(onClick)
  })

  it('runs both handlers, also for a call without an event', () => {
    const [ours, theirs] = [vi.fn(), vi.fn()]
    const { onChange } = mergeProps({ onChange: ours }, { onChange: theirs }) as { onChange: () => void }
    onChange()
    expect([ours.mock.calls, theirs.mock.calls]).toEqual([[[undefined]], [[undefined]]])
  })
})
