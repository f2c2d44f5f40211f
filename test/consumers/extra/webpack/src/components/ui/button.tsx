import type { ComponentProps } from 'react'

/** A button without Tailwind. */
export const Button = ({ variant: _, ...props }: ComponentProps<'button'> & { variant?: string }) => (
  <button {...props} />
)
