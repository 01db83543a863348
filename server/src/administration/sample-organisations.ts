import { newId } from '@send/shared/values/ids'
import type { organisations } from '../accounts/organisations/tables.ts'

type Organisation = typeof organisations.$inferInsert

const teams = [
  { name: 'Community Paediatrics', kind: 'nhs' },
  { name: 'Children’s Speech and Language Therapy', kind: 'nhs' },
  { name: 'Disabled Children’s Social Care Team', kind: 'socialCare' },
  { name: 'Educational Psychology Service', kind: 'service' },
] as const

/** The schools of the sample authority and a few teams, for professionals to join. */
export function buildSampleOrganisations(
  schools: readonly { name: string; urn?: string | null | undefined }[],
  createdAt: Date,
): Organisation[] {
  const asSchools = schools.map(({ name, urn }) => ({ name, urn: urn ?? null, kind: 'school' as const }))
  return [...asSchools, ...teams].map((organisation) => ({ id: newId(), ...organisation, createdAt }))
}
