import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { itrFailureCodes } from '../../src/contract/classifyItrFailure.ts'
import type { ItrJobStatus } from '../../src/contract/ItrJob.ts'
import { proxyErrors } from '../../src/proxy/errors.ts'
import type { ItrProxyEvent } from '../../src/proxy/types.ts'
import { findSchemaErrors, openApi, responses } from '../openapi.ts'

/** The members of a union type: the compiler fails if one is missing or unknown. */
const membersOf = <T extends string>(members: Record<T, true>) => Object.keys(members)

const { Status, Error, Event } = openApi.components.schemas

describe('docs/openapi.yaml', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(openApi))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  it.each([
    [
      'status',
      Status.properties.status,
      membersOf<ItrJobStatus>({ initiated: true, processing: true, completed: true, failed: true }),
    ],
    ['failure_code', Status.properties.failure_code, [...itrFailureCodes, null]],
    ['error_code', Error.properties.error_code, Object.keys(proxyErrors)],
    [
      'type',
      Event.properties.type,
      membersOf<ItrProxyEvent['type']>({ 'itr-status': true, 'itr-job': true }),
    ],
    [
      'outcome',
      Event.properties.outcome,
      membersOf<ItrProxyEvent['outcome']>({
        answered: true,
        refused: true,
        denied: true,
        failed: true,
        aborted: true,
      }),
    ],
    [
      'upstream',
      Event.properties.upstream,
      [
        ...membersOf<NonNullable<ItrProxyEvent['upstream']>>({ called: true, shared: true, cached: true }),
        null,
      ],
    ],
  ])('has the values of the code for %s', (_, property, values) => {
    expect(property?.enum).toEqual(values)
  })

  it('lists each error code under its HTTP status', () => {
    const listed = Object.entries(responses).flatMap(([status, { description }]) =>
      [...description.matchAll(/`(\w+)`/g)].map(([, code]) => [code, Number(status)]),
    )
    const expected = Object.entries(proxyErrors).map(([code, [status]]) => [code, status])
    expect(listed.sort()).toEqual(expected.sort())
  })

  it('allows other fields in Request, because the proxy ignores them', () => {
    expect(findSchemaErrors('Request', { job_id: 'x', locale: 'hi' })).toEqual([])
  })

  it.each(['Status', 'Error', 'Event'] as const)('allows no other field in %s', (name) => {
    expect(findSchemaErrors(name, { doc_id: 'x' })).toContain(
      `schemas/${name} must NOT have additional properties`,
    )
  })

  it.each([
    ['pan', 'ABCDE1234F'],
    ['created_at', '2026-04-07T11:24:14.383000'],
    ['current_step', 'download profile'],
    ['reference', '7F3K-9Q2U'],
  ])('allows no %s like %s', (field, value) => {
    expect(findSchemaErrors('Status', { [field]: value }).join()).toContain(`schemas/Status/${field} must`)
  })
})
