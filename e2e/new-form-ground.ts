import path from 'node:path'
import { sampleStaff } from '@send/server/administration/sample-staff'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { chooseReaders, createForm, openInFormBuilder } from './builder-steps.ts'
import { closeClient, type Client } from './desktop-steps.ts'
import { startInstallation } from './installation.ts'

export type NewFormGround = { client: Client; close(): Promise<void> }

/** An installation of its own and a client whose Form Builder has a new English form for parents open. */
export async function openNewForm({
  code,
  title,
}: Pick<FormDefinition, 'code' | 'title'>): Promise<NewFormGround> {
  const stack = await startInstallation({ portals: false, scanner: false })
  let client: Client | undefined
  async function close() {
    await closeClient(client)
    await stack.stop()
  }
  try {
    const userFolder = path.join(stack.folder, 'user')
    client = await openInFormBuilder(stack.serverUrl, { userFolder, staff: sampleStaff[0]! })
    const englishOnly = 'Its readers are tests.'
    await createForm(client.window, { code, title, englishOnly, audience: 'parents', purpose: 'information' })
    await chooseReaders(client.window, ['SEND officers'])
    return { client, close }
  } catch (error) {
    await close()
    throw error
  }
}
