import type { ReactNode } from 'react'
import './table.css'

interface TableProps {
  head: readonly ReactNode[]
  rows: readonly (readonly ReactNode[])[]
}

/** A table for MDX, whose own tables need a plugin. */
export function Table({ head, rows }: TableProps) {
  return (
    <table className="guide-table sb-unstyled">
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
