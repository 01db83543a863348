import { z } from 'zod'
import { mostFileBytes } from '../forms/questions/file.ts'

export const bytesInMegabyte = 1024 * 1024

/** What the authority may settle at most: larger files than these are nowhere inspected, scanned or tried. */
export const mostMegabytes = { file: mostFileBytes / bytesInMegabyte, form: 1000 } as const

/** What the authority has settled about the files that people send. */
export const FileSettings = z.strictObject({
  /** Whether staff may open files that nothing scanned. */
  staffOpenUnscanned: z.boolean(),
  /** The largest file; a question may ask for smaller ones. */
  fileMegabytes: z.int().min(1).max(mostMegabytes.file),
  /** All files of a form together. */
  formMegabytes: z.int().min(1).max(mostMegabytes.form),
})
export type FileSettings = z.infer<typeof FileSettings>

/** Characters of what a sender says about a file. */
export const mostDescription = 200

/** Until the authority says otherwise: what was not scanned stays closed to staff. */
export const usualFileSettings: FileSettings = {
  staffOpenUnscanned: false,
  fileMegabytes: 50,
  formMegabytes: 250,
}

/** The largest file that a question takes, in bytes. */
export function mostBytesOf(
  question: { maxBytes: number },
  { fileMegabytes }: Pick<FileSettings, 'fileMegabytes'>,
): number {
  return Math.min(question.maxBytes, fileMegabytes * bytesInMegabyte)
}
