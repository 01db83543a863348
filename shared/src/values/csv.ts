// A spreadsheet runs a cell that begins so, also after spaces and quotes; the full-width forms count in some.
const runs = /^['"\s]*[=+\-@\t\r\n\0＝＋－＠]/u

/**
 * One line of CSV (RFC 4180): every text quoted, and none that a spreadsheet would run as a formula. Numbers are no
 * text: they stand as they are, because an apostrophe before a minus would make them one.
 */
export function writeCsvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

function writeCell(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : `"${neutralise(cell).replaceAll('"', '""')}"`
}

/** The apostrophe makes it text to every spreadsheet; who reads the file back takes it away again. */
function neutralise(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell
}

/** The text of a cell as it was before it was written; the opposite of what writing did. */
export function restoreCsvCell(cell: string): string {
  return cell.startsWith("'") && runs.test(cell.slice(1)) ? cell.slice(1) : cell
}
