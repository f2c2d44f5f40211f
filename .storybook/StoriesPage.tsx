import { Controls, Description, Primary, Stories, Title, useOf } from '@storybook/addon-docs/blocks'

/** The page of a file of stories: what it is about, then each story. Only the playground has all props to explain. */
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
