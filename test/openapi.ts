import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'

type SchemaName = 'Request' | 'Status' | 'Error' | 'Event'

/** docs/openapi.yaml, as far as tests read it. */
interface OpenApi extends Record<string, unknown> {
  paths: Record<'/api/itr/status', { post: { responses: Record<string, { description: string }> } }>
  components: {
    headers: Record<string, object>
    schemas: Record<SchemaName, { properties: Record<string, { enum: unknown[] }> }>
  }
}

export const openApi: OpenApi = parse(readFileSync('docs/openapi.yaml', 'utf8'))

export const { responses } = openApi.paths['/api/itr/status'].post

const ajv = new Ajv2020({
  allErrors: true,
  strictTypes: false,
  formats: { 'date-time': true },
  keywords: Object.keys(openApi),
}).addSchema(openApi, 'openapi.yaml')

/** Returns what is wrong with a value. An empty array: it matches the schema. */
function findErrors(pointer: string, value: unknown): string[] {
  const validate = ajv.getSchema(`openapi.yaml#/components/${pointer}`)!
  return validate(value)
    ? []
    : validate.errors!.map(({ instancePath, message }) => `${pointer}${instancePath} ${message}`)
}

export const findSchemaErrors = (name: SchemaName, value: unknown): string[] =>
  findErrors(`schemas/${name}`, value)

/** Returns what docs/openapi.yaml does not allow in a response: HTTP status, headers, body. */
export async function findResponseErrors(response: Response): Promise<string[]> {
  const { status, headers } = response
  const retryAfter = headers.get('Retry-After')
  return [
    ...(String(status) in responses ? [] : [`status ${status}`]),
    ...Object.keys(openApi.components.headers).flatMap((name) =>
      findErrors(`headers/${name}/schema`, headers.get(name)),
    ),
    ...(retryAfter === null ? [] : findErrors('responses/Error/headers/Retry-After/schema', retryAfter)),
    ...findSchemaErrors(response.ok ? 'Status' : 'Error', await response.clone().json()),
  ]
}
