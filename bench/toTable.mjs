/**
 * Returns a Markdown table.
 *
 * @param {string[]} head
 * @param {string[][]} rows
 */
export const toTable = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
