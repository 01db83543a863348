import { hasSampleStaff, loadSampleAuthority } from '@send/server/administration/sample-authority'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { createSecretBox } from '@send/server/secret-box'

/** Fills an empty database with the sample authority; leaves any other as it is. */
export async function provideSamples(
  ownerUrl: string,
  masterKey: string,
  say: (line: string) => void,
): Promise<void> {
  const { database, close } = openDatabase(ownerUrl, { connections: 2 })
  try {
    const secrets = createSecretBox(Buffer.from(masterKey, 'base64'))
    if (await loadSampleAuthority(database, { clock: systemClock, secrets }))
      say('The sample authority is loaded.')
  } finally {
    await close()
  }
}

/** Whether the sample staff can sign in to this database. */
export async function findSamples(url: string): Promise<boolean> {
  const { database, close } = openDatabase(url, { connections: 1 })
  try {
    return await hasSampleStaff(database)
  } finally {
    await close()
  }
}
