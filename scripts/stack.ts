import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { hasClamd, startEmbeddedClamd } from '@send/server/files/embedded-clamd'
import { startEmbeddedPostgres } from '@send/server/database/embedded'
import { migrateDatabase } from '@send/server/database/migrate'
import { buildPortal } from './build-portal.ts'
import { startProcess, type RunningProcess } from './child-process.ts'
import { projectFolder, readSecrets, sealsFile, type Secrets } from './data-folder.ts'
import { requireFreePort } from './free-port.ts'
import { startMailCatcher } from './mail-catcher.ts'
import { findSamples, provideSamples } from './provide-samples.ts'
import { prepareRealDatabase, type DatabaseUrls } from './real-database.ts'

export type StackPorts = { database: number; server: number; citizen: number; professional: number }

export type StackOptions = {
  /** Folder of everything that is kept; made when missing. */
  folder: string
  ports: StackPorts
  /** Load the sample authority when the database is empty. */
  samples: boolean
  /** False only in tests. */
  durable?: boolean
  /** Started in place of the server's own main file; only the benchmarks have another. */
  serverFile?: string
  /** Once aborted, nothing further is started and what was started is stopped. */
  signal?: AbortSignal
  /** False where nobody looks at a page: the portals are then neither built nor started. */
  portals?: boolean
  /** False where files are given out at once: nothing scans them then, and they say so. */
  scanner?: boolean
  /** Where real services are named (DATABASE_URL, SMTP_URL, …); by default the environment of this process. */
  environment?: NodeJS.ProcessEnv
  /** Tells the person what is being done. */
  say?: (line: string) => void
  /** What the processes print. */
  output?: (text: string) => void
}

export type Stack = {
  serverUrl: string
  citizenOrigin: string
  professionalOrigin: string
  /** Whether files are scanned before they can be opened. */
  hasScanner: boolean
  /** Folder with one .eml file per outgoing message; empty when SMTP_URL or NOTIFY_API_KEY names a real one. */
  mailFolder: string
  ownerUrl: string
  appUrl: string
  portalService: string
  /** Whether the sample staff can sign in. */
  hasSamples: boolean
  /** Whether the server's process lives. */
  serverLives(): boolean
  killServer(): Promise<void>
  startServer(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts everything: PostgreSQL (or DATABASE_URL), migrations, the sample authority, a mail catcher (or
 * SMTP_URL or NOTIFY_API_KEY), the server and the portal. What was started is stopped again when a later part does not start.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const stopOne of stops.splice(0).toReversed()) await stopOne()
  }
  // Every step is announced, so this is where one that is no longer wanted does not begin.
  const say = (line: string) => {
    options.signal?.throwIfAborted()
    options.say?.(line)
  }
  try {
    const parts = await startParts({ ...options, say }, stops)
    options.signal?.throwIfAborted()
    return { ...parts, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(
  options: StackOptions,
  stops: (() => Promise<void>)[],
): Promise<Omit<Stack, 'stop'>> {
  const { folder, ports, say = () => {}, output = () => {}, environment = process.env } = options
  await requireFreePort(ports.server, 'SERVER_PORT')
  await requireFreePort(ports.citizen, 'CITIZEN_PORT')
  await requireFreePort(ports.professional, 'PROFESSIONAL_PORT')
  const secrets = await readSecrets(folder)
  const { ownerUrl, appUrl } = await startDatabase(options, secrets, stops)
  const masterKey = environment.FILE_MASTER_KEY ?? secrets.fileMasterKey
  if (options.samples) await provideSamples(ownerUrl, masterKey, say)
  const hasSamples = await findSamples(ownerUrl)
  const mailFolder = path.join(folder, 'mail')
  const isMailReal = Boolean(environment.SMTP_URL ?? environment.NOTIFY_API_KEY)
  const mail = isMailReal ? undefined : await startMailCatcher(mailFolder)
  if (mail) stops.push(() => mail.close())
  const clamdUrl = await provideScanner(options, stops)
  const origins = {
    CITIZEN_ORIGIN: `http://localhost:${ports.citizen}`,
    PROFESSIONAL_ORIGIN: `http://localhost:${ports.professional}`,
  }
  const serverUrl = `http://127.0.0.1:${ports.server}`
  const serverEnvironment = {
    ...origins,
    DATABASE_URL: appUrl,
    ...pick(environment, [
      'SMTP_URL',
      'MAIL_RETURN_PATH',
      'NOTIFY_API_KEY',
      'NOTIFY_TEMPLATE_ID',
      'NOTIFY_URL',
    ]),
    ...(mail ? { SMTP_URL: mail.url } : {}),
    MAIL_FROM: environment.MAIL_FROM ?? 'SEND Portal <no-reply@send.invalid>',
    SERVER_PORT: String(ports.server),
    PORTAL_SERVICE_SECRET: secrets.portalService,
    FILE_MASTER_KEY: masterKey,
    FILES_DIR: path.join(folder, 'files'),
    ...bucketOf(environment),
    ...(clamdUrl ? { CLAMD_URL: clamdUrl } : {}),
    AUDIT_SEALS_FILE: sealsFile(folder),
    LOG_LEVEL: environment.LOG_LEVEL ?? 'warn',
  }
  let server: RunningProcess | undefined
  const startServer = async () => {
    const file = options.serverFile ?? path.join(projectFolder, 'server/src/main.ts')
    const readyUrl = `${serverUrl}/health`
    server = await startProcess({ name: 'server', file, environment: serverEnvironment, readyUrl, output })
  }
  stops.push(async () => server?.stop())
  say('Starting the server…')
  await startServer()
  if (options.portals !== false)
    await startPortals(options, { ...origins, SERVER_URL: serverUrl }, secrets, stops)
  return {
    serverUrl,
    citizenOrigin: origins.CITIZEN_ORIGIN,
    professionalOrigin: origins.PROFESSIONAL_ORIGIN,
    hasScanner: clamdUrl !== undefined,
    mailFolder: mail ? mailFolder : '',
    ownerUrl,
    appUrl,
    portalService: secrets.portalService,
    hasSamples,
    serverLives: () => server?.child.exitCode === null && server.child.signalCode === null,
    killServer: async () => server?.kill(),
    startServer,
  }
}

/** The bucket for files where one is named, and how its SDK reaches it: by variables of its own. */
function bucketOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  if (!environment.FILES_S3_URL) return {}
  const own = Object.keys(environment).filter((name) => name.startsWith('AWS_'))
  return pick(environment, ['FILES_S3_URL', ...own])
}

function pick(environment: NodeJS.ProcessEnv, names: string[]): Record<string, string> {
  const given = names.flatMap((name) => {
    const value = environment[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

/** The scanner of the environment, else a clamd of our own where Debian's is on this machine; else none. */
async function provideScanner(
  { scanner = true, say = () => {}, environment = process.env }: StackOptions,
  stops: (() => Promise<void>)[],
): Promise<string | undefined> {
  if (environment.CLAMD_URL) return environment.CLAMD_URL
  if (!scanner || !hasClamd()) return undefined
  say('Starting the virus scanner…')
  const clamd = await startEmbeddedClamd()
  stops.push(() => clamd.stop())
  return clamd.url
}

async function startPortals(
  { ports, say = () => {}, output = () => {}, environment = process.env }: StackOptions,
  places: { CITIZEN_ORIGIN: string; PROFESSIONAL_ORIGIN: string; SERVER_URL: string },
  secrets: Secrets,
  stops: (() => Promise<void>)[],
): Promise<void> {
  await buildPortal(say)
  say('Starting the portals…')
  const portal = await startProcess({
    name: 'portal',
    file: path.join(projectFolder, 'portal/src/host.ts'),
    environment: {
      ...places,
      PORTAL_SERVICE_SECRET: secrets.portalService,
      ...pick(environment, ['PAPER_FORMS_ADDRESS']),
      CITIZEN_PORT: String(ports.citizen),
      PROFESSIONAL_PORT: String(ports.professional),
      LOG_LEVEL: 'warn',
    },
    readyUrl: places.CITIZEN_ORIGIN,
    output,
  })
  stops.push(() => portal.stop())
}

/** The database of the environment, else the embedded one; migrated either way where its owner is known. */
async function startDatabase(
  { folder, ports, durable = true, say = () => {}, environment = process.env }: StackOptions,
  secrets: Secrets,
  stops: (() => Promise<void>)[],
): Promise<DatabaseUrls> {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: givenOwner } = environment
  if (given) {
    say('Looking for the database…')
    return prepareRealDatabase(given, givenOwner)
  }
  say('Starting PostgreSQL…')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const embedded = await startEmbeddedPostgres({
    folder: path.join(folder, 'postgres'),
    port: ports.database,
    password: secrets.ownerPassword,
    durable,
  })
  stops.push(() => embedded.stop())
  say('Bringing the database up to date…')
  await migrateDatabase(embedded.ownerUrl, { appPassword: secrets.appPassword })
  const appUrl = new URL(embedded.ownerUrl)
  appUrl.username = 'send_app'
  appUrl.password = secrets.appPassword
  return { ownerUrl: embedded.ownerUrl, appUrl: appUrl.href }
}
