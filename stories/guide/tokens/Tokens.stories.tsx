import { expect, fireEvent } from 'storybook/test'
import preview from '../../../.storybook/preview.ts'
import { TokenDials } from './TokenDials.tsx'
import { tokens } from './tokens.ts'

const meta = preview.meta({
  title: 'Guide/Tokens',
  component: TokenDials,
  globals: { width: '100%' },
  // The docs page is Tokens.mdx.
  tags: ['!autodocs'],
})

export const Dials = meta.story({
  name: 'Controls for all tokens',
})

export const Turning = meta.story({
  name: 'A control changes the widget and the CSS',
  tags: ['!dev', '!autodocs'],
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('group', { name: /^--itr-/ })).toHaveLength(tokens.length)
    const css = canvas.getByRole('region', { name: 'CSS' })

    await fireEvent.change(canvas.getByLabelText('accent, light'), { target: { value: '#6d28d9' } })
    await expect(css).toHaveTextContent('--itr-accent: #6d28d9;')
    await expect(css).toHaveTextContent('--itr-accent: light-dark(#6d28d9, #8ab9f1);')
    const [button] = canvas.getAllByRole('button', { name: 'Start again' })
    await expect(getComputedStyle(button!).borderTopColor).toBe('rgb(109, 40, 217)')

    await fireEvent.change(canvas.getByLabelText('radius'), { target: { value: '0' } })
    await expect(css).toHaveTextContent('--itr-radius: 0px;')
  },
})
