import { expect } from 'vitest'
import { expectAccessibleWindow } from './axe-steps.ts'
import type { Client } from './desktop-steps.ts'
import { keepPicture } from './keep-picture.ts'

/** A desk, and a small laptop. */
const sizes = [
  [1440, 900],
  [1024, 700],
] as const

/** The window is accessible, and pictured, light and dark and in every size; it is left as on a desk. */
export async function lookInEverySize(client: Client, name: string): Promise<void> {
  const { window } = client
  for (const [width, height] of sizes) {
    await setSize(client, width, height)
    for (const colorScheme of ['dark', 'light'] as const) {
      await window.emulateMedia({ colorScheme })
      await keepPicture(window, `${name}-${width}-${colorScheme}`)
      await expectAccessibleWindow(window)
    }
  }
  await setSize(client, ...sizes[0])
}

async function setSize({ application, window }: Client, width: number, height: number): Promise<void> {
  await application.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await expect.poll(() => window.evaluate<number>('innerWidth')).toBe(width)
}
