import type { ComponentProps } from 'react'

const looks = {
  solid: { background: 'light-dark(#14532d, #86efac)', color: 'light-dark(#ffffff, #0a2713)' },
  plain: { background: 'transparent', color: 'light-dark(#14532d, #86efac)' },
}

/** A button of a design system. It passes its props, and with them its ref, on to the element. */
export const HostButton = ({
  look,
  style,
  ...props
}: ComponentProps<'button'> & { look: keyof typeof looks }) => (
  <button {...props} style={{ ...looks[look], border: 'none', borderRadius: 999, ...style }} />
)
