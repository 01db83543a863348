import { z } from 'zod'

/** Base64url of a browser's answer; attestations of hardware keys are the longest. */
const Bytes = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/)
const Transport = z
  .string()
  .max(40)
  .regex(/^[a-z-]*$/)
const common = {
  id: Bytes.min(1),
  rawId: Bytes.min(1),
  type: z.literal('public-key'),
  clientExtensionResults: z.record(z.string().max(100), z.unknown()),
}

/** What a browser answers when a passkey is made; what a newer browser adds is left out. */
export const NewPasskeyAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z.array(Transport).max(10).default([]),
  }),
})
export type NewPasskeyAnswer = z.infer<typeof NewPasskeyAnswer>

/** What a browser answers when a passkey is used. */
export const PasskeyAnswer = z.object({
  ...common,
  response: z.object({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes }),
})
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>
