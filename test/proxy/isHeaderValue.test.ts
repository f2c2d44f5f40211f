import { expect, it } from 'vitest'
import { isHeaderValue } from '../../src/proxy/resolveProxyOptions.ts'

it.each(['a', ' a key~ ', '!'])('%j can be sent in a header', (value) => {
  expect(isHeaderValue(value)).toBe(true)
})

it.each([undefined, null, 7, '', ' \n', 'a\nb', 'a\tb', 'a\u007f', 'ключ'])('%j cannot', (value) => {
  expect(isHeaderValue(value)).toBe(false)
})
