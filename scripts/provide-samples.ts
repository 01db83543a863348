import { loadSampleAuthority } from '@send/server/administration/sample-authority'
import { openDatabase } from '@send/server/database/client'

/** Fills an empty database with the sample authority; leaves any other as it is. */
export async function provideSamples(ownerUrl: string, say: (line: string) => void): Promise<void> {
  const { database, close } = openDatabase(ownerUrl, { connections: 2 })
  try {
    await loadSampleAuthority(database, say)
  } finally {
    await close()
  }
}
