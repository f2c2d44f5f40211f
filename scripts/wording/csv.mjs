/**
 * Returns rows as comma-separated values (RFC 4180). Excel recognizes UTF-8 by the byte order mark.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export const toCsv = (rows) =>
  `\uFEFF${rows.map((row) => `${row.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\r\n`).join('')}`

/**
 * Parses comma-separated values (RFC 4180). Each row has the number of its first line. Empty rows are left out.
 *
 * @param {string} csv with or without a byte order mark, with any line endings
 * @throws {Error} if a quoted text does not end, or if text follows it. The error names the line
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
