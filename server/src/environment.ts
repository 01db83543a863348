import { z } from 'zod'

const Environment = z.object({
  DATABASE_URL: z.url(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  MAIL_FROM: z.string().min(3),
  SERVER_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SERVER_HOST: z.string().default('127.0.0.1'),
  PORTAL_SERVICE_SECRET: z.string().min(32),
  FILE_MASTER_KEY: z.base64().transform((text, ctx) => {
    const key = Buffer.from(text, 'base64')
    if (key.length !== 32) ctx.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' })
    return key
  }),
  FILES_DIR: z.string().min(1),
  CITIZEN_ORIGIN: z.url(),
  PROFESSIONAL_ORIGIN: z.url(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})
export type Environment = z.infer<typeof Environment>

/** Reads the settings; says which are missing or wrong, never what stood in them. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const parsed = Environment.safeParse(variables)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The server cannot start with these settings:\n${problems.join('\n')}`)
}
