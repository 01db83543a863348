import { z } from 'zod'

export const organisationKinds = ['school', 'nhs', 'socialCare', 'service'] as const
export const OrganisationKind = z.enum(organisationKinds)
export type OrganisationKind = z.infer<typeof OrganisationKind>
