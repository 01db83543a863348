import { chromium, type Browser } from 'playwright'

/** The Chromium of the machine, or the one that the run of all tests found; it asks nobody on the network. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.SEND_TEST_CHROMIUM ?? '/usr/bin/chromium'
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking']
  return chromium.launch({ executablePath, args })
}
