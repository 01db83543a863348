import { isUtf8 } from 'node:buffer'
import { fileKinds, type FileKind } from '@send/shared/forms/questions/file'

/** As many bytes from the start of a file as are looked at to tell its kind. */
export const headBytes = 4096

/** The kind of a file by its first bytes, not by its name; undefined for everything that is not on the list. */
export function detectFileKind(head: Buffer): FileKind | undefined {
  if (/^[\s\0]*%PDF-/.test(head.subarray(0, 1024).toString('latin1').replace('\u00ef\u00bb\u00bf', '')))
    return 'pdf'
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  // A Word file is a zip whose first entry names the contents; a zip of anything else is not welcome.
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) {
    return head.includes('[Content_Types].xml') || head.includes('word/') ? 'docx' : undefined
  }
  return isPlainText(head) ? 'text' : undefined
}

/** Whether the ending of a name is one of the kind's; a name that says something else is a disguise. */
export function nameFits(name: string, kind: FileKind): boolean {
  const ending = name.toLowerCase().split('.').at(-1) ?? ''
  return fileKinds[kind].extensions.includes(ending)
}

function startsWith(head: Buffer, bytes: number[]): boolean {
  return head.subarray(0, bytes.length).equals(Buffer.from(bytes))
}

function isPlainText(head: Buffer): boolean {
  if (head.includes(0) || head.subarray(0, 2).equals(Buffer.from('#!'))) return false
  // The head may end within a character of up to four bytes.
  return [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, Math.max(0, head.length - cut))))
}
