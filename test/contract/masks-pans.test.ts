import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskPan } from '../../src/contract/maskPan.ts'

it.each([
  ['ABCDE1234F', 'ABCDE****F'],
  ['abcde1234f', 'abcde****f'],
  ['PAN: ABCDE1234F.', 'PAN: ABCDE****F.'],
  ['ABCDE1234F, QWERT9876Z', 'ABCDE****F, QWERT****Z'],
  ['idABCDE1234Fx', 'idABCDE****Fx'],
  ['ABCDE****F', 'ABCDE****F'],
  ['', ''],
  ['ABCD1234F', 'ABCD1234F'],
  ['ABCDE123F', 'ABCDE123F'],
  ['ABCDE12345', 'ABCDE12345'],
  ['ABCDE 1234 F', 'ABCDE 1234 F'],
])('%j becomes %j', (text, masked) => {
  expect(maskPan(text)).toBe(masked)
})

it('two that share a letter are both masked', () => {
  expect(maskPan('AAAAA1111ABCDE2222F')).toBe('AAAAA****ABCDE****F')
})

it('nothing that looks like a PAN is left, nothing else is changed but case, and masking twice is masking once', () => {
  const text = fc.string({ unit: fc.constantFrom(...'Aa1 *'), maxLength: 60 })
  const pans = fc.array(
    fc.oneof(fc.stringMatching(/^[A-Za-z]{5}[0-9]{4}[A-Za-z]?$/), fc.string({ maxLength: 3 })),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        pans.map((parts) => parts.join('')),
      ),
      (input) => {
        const masked = maskPan(input)
        expect(masked).not.toMatch(/[A-Z]{5}\d{4}[A-Z]/i)
        expect(masked).toHaveLength(input.length)
        expect(maskPan(masked)).toBe(masked)
        for (const [i, letter] of [...masked].entries()) {
          if (letter !== '*') expect(letter.toLowerCase()).toBe(input[i]?.toLowerCase())
        }
      },
    ),
    { numRuns: 1000 },
  )
})
