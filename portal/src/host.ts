import './host/production-react.ts'
import { fileURLToPath } from 'node:url'
import { parseEnvironment } from './environment.ts'
import { createFaceHost } from './host/face-host.ts'
import type { PortalBuild } from './host/face-host.ts'
import { createPrinter } from './host/printing/create-printer.ts'
import { keepBlanks } from './host/printing/keep-blanks.ts'
import type { Face } from './visitor.ts'

type Listener = { face: Face; origin: string; port: number }

const environment = parseEnvironment(process.env)
const serverBuild = new URL('../build/server/index.js', import.meta.url)
const build = (await import(serverBuild.href)) as PortalBuild
const clientDirectory = fileURLToPath(new URL('../build/client', import.meta.url))

const listeners: Listener[] = [
  { face: 'citizen', origin: environment.CITIZEN_ORIGIN, port: environment.CITIZEN_PORT },
  { face: 'professional', origin: environment.PROFESSIONAL_ORIGIN, port: environment.PROFESSIONAL_PORT },
]
const printer = createPrinter()
const print = keepBlanks(printer.print)
const hosts = await Promise.all(
  listeners.map(async ({ face, origin, port }) => {
    const host = await createFaceHost({
      face,
      origin: new URL(origin).origin,
      serverUrl: environment.SERVER_URL,
      serviceSecret: environment.PORTAL_SERVICE_SECRET,
      trustedProxies: environment.TRUSTED_PROXIES.length > 0 ? environment.TRUSTED_PROXIES : undefined,
      build,
      clientDirectory,
      print,
      paperAddress: environment.PAPER_FORMS_ADDRESS,
    })
    await host.listen({ port, host: environment.PORTAL_HOST })
    console.log(`The ${face} portal is ready at ${origin}`)
    return host
  }),
)

async function stop(): Promise<void> {
  printer.close()
  await Promise.all(hosts.map((host) => host.close()))
  process.exit(0)
}
process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())
