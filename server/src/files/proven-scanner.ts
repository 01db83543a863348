import type { Clock } from '../clock.ts'
import { ScannerUnavailable, type Scanner } from './scanner.ts'

/** How long a proof counts: signatures are loaded anew while a scanner runs. */
const proofLasts = 3_600_000
/** Milliseconds. */
const proofPatience = 10_000

/** The harmless text that every scanner must find (eicar.org); in halves, so that none finds this file. */
export const testSignature = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

/** A scanner that is believed only while it finds what it must find: one without signatures calls everything clean. */
export function createProvenScanner(scanner: Scanner, clock: Clock): Scanner {
  let provenAt = Number.NEGATIVE_INFINITY
  return {
    async scan(content, patience) {
      if (clock.now().getTime() - provenAt >= proofLasts) {
        const { outcome } = await scanner.scan(inOnePiece(testSignature), proofPatience)
        if (outcome !== 'found') throw new ScannerUnavailable('it does not find the test signature')
        provenAt = clock.now().getTime()
      }
      return scanner.scan(content, patience)
    },
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
