import path from 'node:path'
import { getSampleCode } from '@send/server/administration/sample-code'
import { systemClock } from '@send/server/clock'
import { findRunningPort } from '@send/server/database/cluster-lock'
import { embeddedOwnerUrl, startEmbeddedPostgres } from '@send/server/database/embedded'
import { migrateDatabase } from '@send/server/database/migrate'
import { requireSoundServices } from '@send/server/environment'
import { raiseAuditEra, verifyAuditTrail } from './audit-commands.ts'
import { adminFlags, openAdminAccount, readAdminArguments } from './admin-account.ts'
import {
  importBasesFile,
  importIncomingFile,
  importFlags,
  importPeopleFile,
  matchFlags,
  matchIncomingFile,
  readImportArguments,
  readMatchArguments,
} from './file-commands.ts'
import { readMessage, takeBouncedMail } from './mail-commands.ts'
import { dataFolder, readSecrets, type Secrets } from './data-folder.ts'
import { findFreePort } from '@send/server/database/find-free-port'
import { provideSamples } from './provide-samples.ts'

type Target = { ownerUrl: string; appPassword?: string; close(): Promise<void> }
type Command = {
  /** What follows the name: in brackets what may be left out; flags begin with -- and stand in any order. */
  takes: string[]
  tells: string
  run(words: string[]): Promise<void>
}

const commands: Record<string, Command> = {
  migrate: { takes: [], tells: 'brings the database to the newest schema', run: () => withTarget(migrate) },
  sample: {
    takes: [],
    tells: 'fills an empty database with the sample authority',
    run: () => withTarget(loadSamples),
  },
  code: {
    takes: ['EMAIL'],
    tells: 'shows the six digits of this moment for one of the sample staff',
    run: async ([email = '']) => console.log(getSampleCode(email, systemClock)),
  },
  'audit verify': {
    takes: [],
    tells: 'compares the audit trail with its seals; ends with 1 when something was touched',
    run: () =>
      withTarget(async ({ ownerUrl }) => {
        if (!(await verifyAuditTrail(ownerUrl))) process.exitCode = 1
      }),
  },
  'audit new-era': {
    takes: ['[REASON]'],
    tells: 'lets sealing of the audit trail go on after a restore from a dump',
    run: ([reason = '']) => withTarget(({ ownerUrl }) => raiseAuditEra(ownerUrl, reason)),
  },
  'people import': {
    takes: importFlags,
    tells: 'takes in a file of people; every refused line is named',
    async run(words) {
      const given = await readImportArguments('people import', words)
      await withMigrated((ownerUrl) => importPeopleFile(ownerUrl, given))
    },
  },
  'bases import': {
    takes: importFlags,
    tells: 'takes in a file of schools and other bases (urn, name)',
    async run(words) {
      const given = await readImportArguments('bases import', words)
      await withMigrated((ownerUrl) => importBasesFile(ownerUrl, given))
    },
  },
  'incoming import': {
    takes: importFlags,
    tells: 'takes the children of a school’s file into suspense; every flagged line is named',
    async run(words) {
      const given = await readImportArguments('incoming import', words)
      await withMigrated((ownerUrl) => importIncomingFile(ownerUrl, given))
    },
  },
  'incoming match': {
    takes: matchFlags,
    tells: 'matches a file of children against the people on record; nothing is changed',
    async run(words) {
      const given = await readMatchArguments(words)
      await withMigrated((ownerUrl) => matchIncomingFile(ownerUrl, given))
    },
  },
  'mail bounce': {
    takes: ['FILE.eml'],
    tells: 'marks the e-mail that a delivery status notification tells of; - reads what is piped in',
    async run([file = '']) {
      const message = await readMessage(file)
      await withMigrated((ownerUrl) => takeBouncedMail(ownerUrl, message))
    },
  },
  'admin create': {
    takes: adminFlags,
    tells: 'opens the account of an administrator and shows a starting code for it, once',
    run: createAdmin,
  },
}

try {
  await runCommandLine(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function runCommandLine(words: string[]): Promise<void> {
  if (words.length === 0 || words.join(' ') === 'help') return printHelp()
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((each) => Object.hasOwn(commands, each))
  const command = name === undefined ? undefined : commands[name]
  const rest = words.slice(name?.split(' ').length)
  const fewest = command?.takes.filter((word) => !word.startsWith('[')).length ?? 0
  const flags = command?.takes.some((taken) => taken.startsWith('--'))
  const fits = flags || (rest.length >= fewest && rest.length <= (command?.takes.length ?? 0))
  if (!command || !fits) {
    throw new Error(`“${words.join(' ')}” is not a command. See: npm run send -- help`)
  }
  await command.run(rest)
}

function printHelp(): void {
  const lines = Object.entries(commands).map(([name, { takes, tells }]) => {
    const usage = [name, ...takes].join(' ')
    return usage.length < 24 ? `  ${usage.padEnd(24)}${tells}` : `  ${usage}\n${' '.repeat(26)}${tells}`
  })
  console.log(`npm run send -- COMMAND

${lines.join('\n')}
  ${'help'.padEnd(24)}lists the commands

The database is DATABASE_URL (changed as DATABASE_OWNER_URL where set), else the one in the data folder
(.send, or SEND_DATA=FOLDER), which is started and stopped again when npm start does not run on it.`)
}

async function withTarget(work: (target: Target, secrets: Secrets) => Promise<void>): Promise<void> {
  requireSoundServices(process.env)
  const secrets = await readSecrets(dataFolder())
  const target = await openTarget(secrets)
  try {
    await work(target, secrets)
  } finally {
    await target.close()
  }
}

/** The database of the environment, else the embedded one: as it runs, or started for this command alone. */
async function openTarget(secrets: Secrets): Promise<Target> {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: givenOwner } = process.env
  if (given) return { ownerUrl: givenOwner ?? given, close: async () => {} }
  const folder = path.join(dataFolder(), 'postgres')
  const { ownerPassword: password, appPassword } = secrets
  const running = await findRunningPort(folder)
  if (running) return { ownerUrl: embeddedOwnerUrl(running, password), appPassword, close: async () => {} }
  const embedded = await startEmbeddedPostgres({ folder, port: await findFreePort(), password })
  return { ownerUrl: embedded.ownerUrl, appPassword, close: () => embedded.stop() }
}

function withMigrated(work: (ownerUrl: string) => Promise<void>): Promise<void> {
  return withTarget(async ({ ownerUrl, appPassword }) => {
    await migrateDatabase(ownerUrl, appPassword === undefined ? {} : { appPassword })
    await work(ownerUrl)
  })
}

async function migrate({ ownerUrl, appPassword }: Target): Promise<void> {
  await migrateDatabase(ownerUrl, appPassword === undefined ? {} : { appPassword })
  console.log('The database is up to date.')
}

async function loadSamples(target: Target, secrets: Secrets): Promise<void> {
  await migrate(target)
  let loaded = false
  await provideSamples(target.ownerUrl, process.env.FILE_MASTER_KEY ?? secrets.fileMasterKey, (line) => {
    loaded = true
    console.log(line)
  })
  if (!loaded) console.log('The database is not empty: nothing was added.')
}

async function createAdmin(words: string[]): Promise<void> {
  const administrator = readAdminArguments(words)
  await withTarget(async (target) => {
    await migrate(target)
    console.log(await openAdminAccount(target.ownerUrl, administrator))
  })
}
