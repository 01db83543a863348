import type { Transaction } from '../database/client.ts'
import { fileSettings } from './tables.ts'

/** What the authority has settled about files. */
export type FileSettings = {
  /** Whether staff may open files that nothing scanned. */
  staffOpenUnscanned: boolean
  /** The highest version wins: somebody who changes an older one is told. */
  rowVersion: number
}

/** Until the authority says otherwise: what was not scanned stays closed to staff. */
const usualSettings: FileSettings = { staffOpenUnscanned: false, rowVersion: 0 }

/** The settings of the authority, or the usual ones where it has settled nothing. */
export async function getFileSettings(tx: Transaction): Promise<FileSettings> {
  const { staffOpenUnscanned, rowVersion } = fileSettings
  const [row] = await tx.select({ staffOpenUnscanned, rowVersion }).from(fileSettings)
  return row ?? usualSettings
}
