import { forwardRef, type ComponentPropsWithoutRef } from 'react'

interface HostButtonProps extends ComponentPropsWithoutRef<'button'> {
  look: 'solid' | 'plain'
}

const looks = {
  solid: {
    background: 'light-dark(#14532d, #86efac)',
    color: 'light-dark(#ffffff, #0a2713)',
    border: 'none',
  },
  plain: { background: 'transparent', color: 'light-dark(#14532d, #86efac)', border: 'none' },
}

/** A button of a design system. It passes its props and its ref on to the element. */
export const HostButton = forwardRef<HTMLButtonElement, HostButtonProps>(function HostButton(
  { look, ...props },
  ref,
) {
  return <button {...props} ref={ref} style={{ ...looks[look], borderRadius: 999, ...props.style }} />
})
