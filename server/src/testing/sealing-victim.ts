// Runs in a process of its own: seals without a pause, as the server's sealer would, until it is killed.
import { sealAuditEvents } from '../audit/seal-audit-events.ts'
import { systemClock } from '../clock.ts'
import { openDatabase } from '../database/client.ts'

const [url = '', file = ''] = process.argv.slice(2)
const { database } = openDatabase(url, { connections: 2 })
for (;;) {
  const sealed = await sealAuditEvents({ database, clock: systemClock, file })
  if (sealed > 0) process.stdout.write('sealed\n')
}
