import { parseArgs } from 'node:util'
import { createAdministrator } from '@send/server/administration/create-administrator'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'

export const adminFlags = ['--email ADDRESS', '--name NAME', '[--reason WHY]']

type Administrator = { email: string; name: string; reason: string }

/** Reads who is to administer; throws how to say it. */
export function readAdminArguments(given: string[]): Administrator {
  const text = { type: 'string', default: '' } as const
  const usage = `npm run send -- admin create ${adminFlags.join(' ')}`
  try {
    const { values } = parseArgs({ args: given, options: { email: text, name: text, reason: text } })
    const administrator = {
      email: values.email.trim(),
      name: values.name.trim(),
      reason: values.reason.trim(),
    }
    if (administrator.email && administrator.name) return administrator
  } catch (cause) {
    throw new Error(usage, { cause })
  }
  throw new Error(usage)
}

/** Opens the account as the owner of the database and returns what its person needs to know, to be shown once. */
export async function openAdminAccount(ownerUrl: string, administrator: Administrator): Promise<string> {
  const { database, close } = openDatabase(ownerUrl, { connections: 1 })
  try {
    const made = await createAdministrator(database, systemClock, administrator)
    if (made.outcome === 'badAddress') throw new Error(`“${administrator.email}” is not an e-mail address.`)
    if (made.outcome === 'reasonNeeded') {
      throw new Error(
        'Somebody can administer users already. Ask them, or say why with --reason: it is kept in the audit trail.',
      )
    }
    return `
The account ${administrator.email} administers users. In the client choose “I have a starting code” and enter

  ${made.startingCode}

It works once, until ${made.expiresAt.slice(0, 16).replace('T', ' ')} UTC, and is shown nowhere else.`
  } finally {
    await close()
  }
}
