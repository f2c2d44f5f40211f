const pages = import.meta.glob<string>('../../docs/*.md', { query: '?raw', import: 'default', eager: true })

/** The guides of docs/, with the first sentence of each. */
export const guides = Object.entries(pages).map(([path, page]) => {
  const [, title, summary] = /^# (.+)\n\n(.+?\.)\s/.exec(page) ?? []
  return { file: path.replace('../../', ''), title, summary: summary?.replaceAll('`', '') }
})
