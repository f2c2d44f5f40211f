/**
 * Rows as comma-separated values (RFC 4180), with the byte order mark by which Excel knows UTF-8.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export const toCsv = (rows) =>
  `\uFEFF${rows.map((row) => `${row.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`).join('')}`

/**
 * The rows of comma-separated values (RFC 4180), each with the line that it begins on; empty ones are left out.
 *
 * @param {string} csv with or without a byte order mark; lines may end as on any system
 * @throws {Error} where a quoted text does not end, or something follows it; it names the line
 */
export function parseCsv(csv) {
  const text = csv.replace(/^\uFEFF/, '')
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y
  /** @type {{ line: number, texts: string[] }[]} */
  const rows = []
  let line = 1
  let row = { line, texts: /** @type {string[]} */ ([]) }
  while (field.lastIndex < text.length || row.texts.length > 0) {
    const found = field.exec(text)
    if (!found)
      throw new Error(`line ${line}: a quotation mark does not end, or is not doubled inside a quoted text.`)
    const [all, quoted, plain = '', end] = found
    row.texts.push(quoted?.replaceAll('""', '"') ?? plain)
    line += all.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (row.texts.some((cell) => cell.trim() !== '')) rows.push(row)
    row = { line, texts: [] }
  }
  return rows
}
