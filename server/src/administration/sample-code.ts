import { decodeBase32IgnorePadding } from '@oslojs/encoding'
import { generateHOTP } from '@oslojs/otp'
import type { Clock } from '../clock.ts'
import { sampleStaff } from './sample-staff.ts'

/** The six digits that the authenticator app of a member of the sample staff shows now; throws for anybody else. */
export function getSampleCode(email: string, clock: Clock): string {
  const user = sampleStaff.find((one) => one.email === email.trim().toLowerCase())
  if (!user) {
    const known = sampleStaff.map((one) => one.email).join(', ')
    throw new Error(`Only the sample staff have a code here: ${known}.`)
  }
  const step = BigInt(Math.floor(clock.now().getTime() / 30_000)) // steps of 30 seconds, RFC 6238
  return generateHOTP(decodeBase32IgnorePadding(user.totpSecret), step, 6)
}
