import { z } from 'zod'

/**
 * A file is in quarantine from the moment it is on the disk. Where there is a scanner it is being checked until the
 * scanner has answered, however long that takes; then it is clean, or refused with a reason and its bytes are gone.
 * Where there is none it is not scanned, and is checked later if a scanner comes. Whatever is not clean stays closed;
 * of files that nothing scanned the sender gets back their own, and the authority decides about its staff.
 */
export const fileStates = ['checking', 'clean', 'refused', 'notScanned'] as const
export type FileState = (typeof fileStates)[number]

type Opener = 'sender' | 'staff'

/** State → who may open the file; staff of `ifSettled` only where the authority has settled that they may. */
const fileLifecycle = {
  checking: { sender: 'no', staff: 'no' },
  clean: { sender: 'yes', staff: 'yes' },
  refused: { sender: 'no', staff: 'no' },
  notScanned: { sender: 'yes', staff: 'ifSettled' },
} as const satisfies Record<FileState, Record<Opener, 'yes' | 'no' | 'ifSettled'>>

/** Whether a file in this state may be opened by its sender or by staff. */
export function mayOpenFile(
  state: FileState,
  opener: Opener,
  settings: { staffOpenUnscanned: boolean },
): boolean {
  const rule = fileLifecycle[state][opener]
  return rule === 'yes' || (rule === 'ifSettled' && settings.staffOpenUnscanned)
}

/** Why a file is refused at the door, before anything of it is kept. */
export const refusedReasons = [
  'empty',
  'tooBig',
  'formFull',
  'tooMany',
  'wrongKind',
  'notWhatItSays',
  'damaged',
  'tooManyPixels',
  'tooMuchInside',
  'activeContent',
  'locked',
  'noRoom',
] as const
export const RefusedReason = z.enum(refusedReasons)
export type RefusedReason = z.infer<typeof RefusedReason>

/** Why a file is refused by the scanner, after it was attached. */
export const scanRefusals = ['malware', 'tooComplex'] as const
export type ScanRefusal = (typeof scanRefusals)[number]
