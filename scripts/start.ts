import { sampleStaff } from '@send/server/administration/sample-staff'
import { dataFolder } from './data-folder.ts'
import { startStack, type StackPorts } from './stack.ts'

try {
  const ports: StackPorts = {
    database: portFrom('DATABASE_PORT', 54_320),
    server: portFrom('SERVER_PORT', 4000),
    citizen: portFrom('CITIZEN_PORT', 3000),
    professional: portFrom('PROFESSIONAL_PORT', 3001),
  }
  const started = performance.now()
  const stack = await startStack({
    folder: dataFolder(),
    ports,
    samples: process.env.SEND_DATA === undefined,
    say: (line) => console.log(line),
    output: (text) => process.stderr.write(text),
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`
Ready after ${seconds} s.

  Portal for families        ${stack.citizenOrigin}
  Portal for professionals   ${stack.professionalOrigin}
  Server                     ${stack.serverUrl}
  Outgoing e-mails           ${stack.mailFolder || process.env.SMTP_URL}

  Sample staff for the client (npm run desktop): e-mail, password, secret for an authenticator app
${sampleStaff.map((user) => `  ${user.email}   ${user.password}   ${user.totpSecret}`).join('\n')}

Ctrl-C stops everything.`)
  const stop = () => void stack.stop().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function portFrom(name: string, usual: number): number {
  const given = process.env[name]
  if (given === undefined) return usual
  const port = Number(given)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${name} must be a port number between 1 and 65535, not “${given}”.`)
}
