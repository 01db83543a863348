export type Settings = {
  /** Without a slash at the end. */
  serverUrl: string
  /** What the title bar calls the environment, such as "Test". */
  environmentName: string
  /** Seconds without use after which the window locks. */
  lockAfterSeconds: number
}

const lockAfterSeconds = 15 * 60

const onThisComputer = ['localhost', '127.0.0.1', '[::1]']

/**
 * Where the server is (`SEND_SERVER_URL`, by default this computer) and what its environment is called
 * (`SEND_ENVIRONMENT_NAME`, by default the server's host). Throws a sentence for an address that is none, or
 * that would send children's data over a network unencrypted. A window in development locks sooner when
 * `SEND_LOCK_AFTER_SECONDS` says so; a packed client, and whoever wants it later, keep the 15 minutes.
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  { packaged }: { packaged: boolean },
): Settings {
  const address = environment['SEND_SERVER_URL'] ?? 'http://127.0.0.1:4000'
  const url = parseAddress(address)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isOwn(url.hostname))
  if (!url || !isSafe || url.username || url.search || url.hash) {
    throw new Error(`SEND_SERVER_URL must be an https address, for example https://send.example.gov.uk`)
  }
  const environmentName = environment['SEND_ENVIRONMENT_NAME']?.trim() || url.host
  return {
    serverUrl: url.href.replace(/\/+$/, ''),
    environmentName,
    lockAfterSeconds: packaged ? lockAfterSeconds : soonerThan(environment['SEND_LOCK_AFTER_SECONDS']),
  }
}

function soonerThan(wanted: string | undefined): number {
  const seconds = /^[1-9]\d{0,5}$/.test(wanted ?? '') ? Number(wanted) : lockAfterSeconds
  return Math.min(seconds, lockAfterSeconds)
}

function isOwn(hostname: string): boolean {
  return onThisComputer.includes(hostname)
}

function parseAddress(address: string): URL | undefined {
  try {
    return new URL(address)
  } catch {
    return undefined
  }
}
