import { z } from 'zod'

const Environment = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address like postgres://USER:PASSWORD@HOST/DATABASE',
  }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address like smtp://USER:PASSWORD@HOST' })
    .optional(),
  MAIL_FROM: z.string().min(3),
  /** Where bounces go, with the id of the e-mail after a plus: bounces+ID@HOST. Without it to MAIL_FROM. */
  MAIL_RETURN_PATH: z
    .email({ error: 'must be an address like bounces@HOST' })
    .refine((address) => !address.includes('+'), {
      error: 'must have no plus: the id of the e-mail follows one',
    })
    .optional(),
  /** Sends through GOV.UK Notify instead, by a template whose subject is ((subject)) and whose message is ((text)). */
  NOTIFY_API_KEY: z
    .string()
    .regex(/^(\S+-)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
      error: 'must be a whole key of GOV.UK Notify: its name and two ids, joined by hyphens',
    })
    .optional(),
  NOTIFY_TEMPLATE_ID: z.uuid({ error: 'must be the id of a template of GOV.UK Notify' }).optional(),
  NOTIFY_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address like https://api.notifications.service.gov.uk' })
    .default('https://api.notifications.service.gov.uk'),
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
  const problems = parsed.success
    ? listMissingForMail(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (parsed.success && problems.length === 0) return parsed.data
  throw new Error(`The server cannot start with these settings:\n${problems.join('\n')}`)
}

function listMissingForMail({
  SMTP_URL,
  NOTIFY_API_KEY,
  NOTIFY_TEMPLATE_ID,
}: Partial<Environment>): string[] {
  if (NOTIFY_API_KEY && !NOTIFY_TEMPLATE_ID) return ['NOTIFY_TEMPLATE_ID: must be given with NOTIFY_API_KEY']
  return SMTP_URL || NOTIFY_API_KEY ? [] : ['SMTP_URL: must be given, or NOTIFY_API_KEY']
}

/** What somebody may name in place of the services that come with a trial. */
const RealServices = Environment.pick({
  DATABASE_URL: true,
  SMTP_URL: true,
  MAIL_FROM: true,
  MAIL_RETURN_PATH: true,
  NOTIFY_API_KEY: true,
  NOTIFY_TEMPLATE_ID: true,
  NOTIFY_URL: true,
  FILE_MASTER_KEY: true,
  FILES_S3_URL: true,
  CLAMD_URL: true,
  LOG_LEVEL: true,
})
  .extend({ DATABASE_OWNER_URL: Environment.shape.DATABASE_URL })
  .partial()

/** Throws a sentence for the first setting of a real service that is given and wrong. */
export function requireSoundServices(variables: Record<string, string | undefined>): void {
  const parsed = RealServices.safeParse(variables)
  const [issue] = parsed.error?.issues ?? []
  if (issue) throw new Error(`${issue.path.join('.')} ${issue.message}.`)
  if (parsed.data?.NOTIFY_API_KEY && !parsed.data.NOTIFY_TEMPLATE_ID)
    throw new Error('NOTIFY_TEMPLATE_ID must be given with NOTIFY_API_KEY.')
}
