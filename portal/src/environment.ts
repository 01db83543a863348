import { z } from 'zod'

const Port = z.coerce.number().int().min(0).max(65_535)

/** More does not fit an envelope. */
const mostAddressLines = 7
const longestAddressLine = 60

export const Environment = z.object({
  SERVER_URL: z.url(),
  PORTAL_SERVICE_SECRET: z.string().min(16),
  CITIZEN_ORIGIN: z.url(),
  PROFESSIONAL_ORIGIN: z.url(),
  CITIZEN_PORT: Port.default(3000),
  PROFESSIONAL_PORT: Port.default(3001),
  /** Comma-separated addresses or networks of the reverse proxies in front; only their X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) => list.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== '')),
  /** Where forms on paper are sent, its lines separated by semicolons; blank forms bear it. */
  PAPER_FORMS_ADDRESS: z
    .string()
    .default('')
    .transform((text) => text.split(';').map((line) => line.trim()))
    .transform((lines) => lines.filter((line) => line !== ''))
    .refine((lines) => lines.length !== 1 && lines.length <= mostAddressLines, {
      error: `must be two to ${mostAddressLines} lines, separated by semicolons`,
    })
    .refine((lines) => lines.every((line) => line.length <= longestAddressLine && !/\p{Cc}/u.test(line)), {
      error: `must have lines of at most ${longestAddressLine} characters`,
    }),
  PORTAL_HOST: z.string().default('127.0.0.1'),
})
export type Environment = z.infer<typeof Environment>

/** Reads the settings of the portal, or throws naming every setting that is missing or wrong. */
export function parseEnvironment(source: NodeJS.ProcessEnv): Environment {
  const result = Environment.safeParse(source)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The settings of the portal are not complete. ${faults.join('; ')}`)
}
