import { expect, it } from 'vitest'
import { ItrStatusError } from '../../src/contract/ItrStatusError.ts'
import { itrResult } from '../../src/testing/itrResult.ts'
import { part, show } from './showing.tsx'

const updatedAt = '2026-04-07T11:24:31.000Z'
const pan = 'ABCDE****F'
const rows = () =>
  Object.fromEntries(
    [...part('message').querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ]),
  )

it('a support desk gets the failure code, the last update and the masked PAN', () => {
  show(itrResult('failed', { failure: 'account_locked', updatedAt, pan }), {
    showDetails: true,
    locale: 'en-GB',
  })
  const written = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  expect(rows()).toEqual({
    Code: 'account_locked',
    'Last update': written.format(new Date(updatedAt)),
    PAN: pan,
  })
})

it('a support desk gets the code of an error, with the status of the answer', () => {
  const error = new ItrStatusError('http', 'permanent', { status: 404 })
  const { thenShow } = show(itrResult('error', { error, job: undefined }), { showDetails: true })
  expect(rows()).toEqual({ Code: 'http 404' })
  thenShow(itrResult('timed-out', { error: new ItrStatusError('network', 'transient'), job: undefined }))
  expect(rows()).toEqual({ Code: 'network' })
})

it('nothing is listed of what is not known', () => {
  const { thenShow } = show(itrResult('idle'), { showDetails: true })
  expect(part('message').querySelector('dl')).toBeNull()
  thenShow(itrResult('completed', { updatedAt: null, pan }))
  expect(rows()).toEqual({ PAN: pan })
})

it('a PAN is masked even where the host made the result, and the upstream text is never shown', () => {
  show(itrResult('failed', { errorMessage: 'Login failed at node 7', pan: 'ABCDE1234F' }), {
    showDetails: true,
  })
  expect(rows().PAN).toBe(pan)
  expect(part('root').textContent).not.toContain('node 7')
})

it('without showDetails none of it is there', () => {
  show(itrResult('failed', { failure: 'account_locked', updatedAt, pan }))
  expect(part('root').querySelector('dl')).toBeNull()
  expect(part('root')).not.toHaveTextContent(pan)
})
