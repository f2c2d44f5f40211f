const pages = import.meta.glob<string>(['../../docs/*.md', '../../docs/hosts/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The guides of docs/, with the first sentence of each. */
export const guides = Object.entries(pages).map(([path, page]) => {
  const [, title, summary] = /^# (.+)\n\n(.+?\.)\s/.exec(page) ?? []
  // The table renders no Markdown.
  const text = summary?.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll('`', '')
  return { file: path.replace('../../', ''), title, summary: text }
})
