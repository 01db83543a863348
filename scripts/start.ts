import { once } from 'node:events'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { requireSoundServices } from '@send/server/environment'
import { dataFolder } from './data-folder.ts'
import { runUntilStopped } from './run-until-stopped.ts'
import { provideClamd } from './system-packages.ts'
import { startStack, type Stack, type StackPorts } from './stack.ts'

await runUntilStopped(async (signal) => {
  requireSoundServices(process.env)
  const ports: StackPorts = {
    database: portFrom('DATABASE_PORT', 54_320),
    server: portFrom('SERVER_PORT', 4000),
    citizen: portFrom('CITIZEN_PORT', 3000),
    professional: portFrom('PROFESSIONAL_PORT', 3001),
  }
  if (!process.env.CLAMD_URL) await provideClamd()
  signal.throwIfAborted()
  const started = performance.now()
  const stack = await startStack({
    folder: dataFolder(),
    ports,
    // The passwords of the sample staff are printed, so they never enter a database of somebody's own unasked.
    samples: process.env.SEND_DATA === undefined && process.env.DATABASE_URL === undefined,
    signal,
    say: (line) => console.log(line),
    output: (text) => process.stderr.write(text),
  })
  try {
    console.log(describe(stack, (performance.now() - started) / 1000))
    if (!signal.aborted) await once(signal, 'abort')
  } finally {
    await stack.stop()
  }
})

function describe(stack: Stack, seconds: number): string {
  return `
Ready after ${seconds.toFixed(1)} s.

  Portal for families        ${stack.citizenOrigin}
  Portal for professionals   ${stack.professionalOrigin}
  Server                     ${stack.serverUrl}
  Outgoing e-mails           ${stack.mailFolder || `sent through ${process.env.NOTIFY_API_KEY ? 'GOV.UK Notify' : 'SMTP_URL'}`}
  Virus scanner              ${describeScanner(stack)}
${stack.hasSamples ? describeStaff() : ''}
Ctrl-C stops everything.`
}

function describeScanner({ hasScanner }: Stack): string {
  if (process.env.CLAMD_URL) return 'the one of CLAMD_URL'
  if (hasScanner) return 'clamd with trial signatures only'
  return 'none: files are not scanned (apt-get install clamav-daemon, or CLAMD_URL)'
}

function describeStaff(): string {
  const lines = sampleStaff.map(
    ({ email, password, totpSecret }) => `  ${email}   ${password}   ${totpSecret}`,
  )
  return `
  Sample staff for the client (npm run desktop): e-mail, password, secret for an authenticator app
${lines.join('\n')}
  The six digits of this moment, without an app: npm run send -- code ${sampleStaff[0]?.email}
`
}

function portFrom(name: string, usual: number): number {
  const given = process.env[name]
  if (given === undefined) return usual
  const port = Number(given)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${name} must be a port number between 1 and 65535, not “${given}”.`)
}
