import OpenAI from 'openai'

/** @type {import('../simulate.mjs').Watch} */
export async function watch(ask) {
  const client = new OpenAI({
    apiKey: 'key',
    fetch: async () => Response.json({ id: 'file', status: (await ask()) ? 'completed' : 'in_progress' }),
  })
  await client.vectorStores.files.poll('store', 'file')
  return 'completed'
}
