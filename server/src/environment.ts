import { z } from 'zod'

const Environment = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address like postgres://USER:PASSWORD@HOST/DATABASE',
  }),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an address like smtp://USER:PASSWORD@HOST' }),
  MAIL_FROM: z.string().min(3),
  SERVER_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  SERVER_HOST: z.string().default('127.0.0.1'),
  PORTAL_SERVICE_SECRET: z.string().min(32),
  FILE_MASTER_KEY: z.base64({ error: 'must be 32 bytes in base64' }).transform((text, ctx) => {
    const key = Buffer.from(text, 'base64')
    if (key.length !== 32) ctx.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' })
    return key
  }),
  FILES_DIR: z.string().min(1),
  /** A bucket in place of the folder: https://ENDPOINT/BUCKET. Region and access are those of AWS’s own variables. */
  FILES_S3_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://s3.eu-west-2.amazonaws.com/BUCKET' })
    .refine((url) => /^\/[a-z0-9.-]{3,63}\/?$/.test(new URL(url).pathname), { error: 'must name one bucket' })
    .optional(),
  /** The virus scanner: tcp://HOST:PORT or unix:/PATH. Without it files are not scanned, and say so. */
  CLAMD_URL: z
    .url({
      protocol: /^(tcp|unix)$/,
      error: 'must be an address like tcp://HOST:3310 or unix:/run/clamd.sock',
    })
    .optional(),
  /** Gets a line for each seal of the audit trail; best kept where the database's administrators cannot write. */
  AUDIT_SEALS_FILE: z.string().min(1),
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

/** What somebody may name in place of the services that come with a trial. */
const RealServices = Environment.pick({
  DATABASE_URL: true,
  SMTP_URL: true,
  MAIL_FROM: true,
  FILE_MASTER_KEY: true,
  FILES_S3_URL: true,
  CLAMD_URL: true,
  LOG_LEVEL: true,
})
  .extend({ DATABASE_OWNER_URL: Environment.shape.DATABASE_URL })
  .partial()

/** Throws a sentence for the first setting of a real service that is given and wrong. */
export function requireSoundServices(variables: Record<string, string | undefined>): void {
  const [issue] = RealServices.safeParse(variables).error?.issues ?? []
  if (issue) throw new Error(`${issue.path.join('.')} ${issue.message}.`)
}
