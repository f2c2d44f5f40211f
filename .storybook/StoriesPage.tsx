import { Controls, Description, Primary, Stories, Title, useOf } from '@storybook/addon-docs/blocks'

/** The docs page of a story file: its description, then each story. Only the Playground has a table of controls. */
export function StoriesPage() {
  const { preparedMeta } = useOf('meta', ['meta'])
  const isPlayground = preparedMeta.title === 'Default/Playground'
  return (
    <>
      <Title />
      <Description of="meta" />
      {isPlayground && <Primary />}
      {isPlayground && <Controls />}
      <Stories includePrimary={!isPlayground} title="" />
    </>
  )
}
