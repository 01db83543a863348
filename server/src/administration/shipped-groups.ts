import type { Grant } from '@send/shared/accounts/business-processes'
import { createPermissionGroup } from '../accounts/create-staff-account.ts'
import { permissionGroups } from '../accounts/permissions/tables.ts'
import type { Transaction } from '../database/client.ts'

/**
 * The permission groups that every installation begins with; an authority changes them as it likes. Nobody may
 * delete a child's forms before the authority says who. Who administers users sees no child.
 */
export const shippedGroups = {
  'SEND officers': ['manageIncomingForms', 'completeForms', 'matching', 'people', 'chronology', 'share'],
  'Data team': ['matching', 'people', 'manageIncomingForms.read', 'statutoryReturn'],
  'Form and portal administrators': ['formBuilder', 'portalAdministration', 'verifyProfessionals'],
  'Managers and auditors': [
    'formBuilder.read',
    'manageIncomingForms.read',
    'matching.read',
    'people.read',
    'chronology.read',
    'portalAdministration.read',
    'userAdministration.read',
    'audit',
  ],
  'System administrators': ['userAdministration', 'portalAdministration.read'],
} as const satisfies Record<string, readonly Grant[]>
export type ShippedGroup = keyof typeof shippedGroups

/** Makes the shipped groups where there is no group yet; the id of each group by name, shipped or the authority's own. */
export async function createShippedGroups(tx: Transaction): Promise<Map<string, string>> {
  const present = await tx
    .select({ id: permissionGroups.id, name: permissionGroups.name })
    .from(permissionGroups)
  if (present.length > 0) return new Map(present.map(({ id, name }) => [name, id]))
  const made = new Map<string, string>()
  for (const [name, processes] of Object.entries(shippedGroups)) {
    made.set(name, (await createPermissionGroup(tx, { name, processes: [...processes] })).groupId)
  }
  return made
}
