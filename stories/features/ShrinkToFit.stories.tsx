import type { CSSProperties } from 'react'
import { expect } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrProgress } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { Picture } from '../Picture.tsx'
import { usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Shrink to fit',
  parameters: {
    docs: {
      description: {
        component:
          'Some containers are as wide as their content. There the widget is 22 rem wide in every phase. It is at least 240 px wide, and never wider than the container.',
      },
    },
  },
  component: ItrProgress,
})

/** Styles of the container, and of the element around it. */
const places: Record<string, [inner: CSSProperties, outer?: CSSProperties]> = {
  'Flex row': [{}, { display: 'flex' }],
  'Centred flex column': [{}, { display: 'flex', flexDirection: 'column', alignItems: 'center' }],
  'Inline block': [{ display: 'inline-block' }],
  'fit-content': [{ width: 'fit-content' }],
  Float: [{ float: 'left' }, { display: 'flow-root' }],
  'Table cell': [{ display: 'table-cell' }],
  'Grid auto track': [{}, { display: 'grid', justifyContent: 'start' }],
}

export const Places = meta.story({
  name: 'One width in each container and phase',
  globals: { width: '100%' },
  render: () => (
    <Gallery width="24rem">
      {Object.entries(places).flatMap(([place, [inner, outer]]) =>
        (['processing', 'timed-out'] as const).map((phase) => (
          <Picture key={`${place} ${phase}`} caption={`${place}, ${phase}`}>
            <div style={outer}>
              <div style={inner}>
                <ItrProgress result={itrResult(phase)} steps={usualPlan} />
              </div>
            </div>
          </Picture>
        )),
      )}
    </Gallery>
  ),
  play: async ({ canvas }) => {
    const widths = canvas.getAllByRole('group').map((widget) => widget.offsetWidth)
    await expect(new Set(widths).size).toBe(1)
  },
})
