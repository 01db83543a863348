import { z } from 'zod'

/** What a portal user is to a child for whom the authority has authenticated them. */
export const accessRelations = ['parentCarer', 'youngPerson', 'professional', 'expert'] as const
export const AccessRelation = z.enum(accessRelations)
export type AccessRelation = z.infer<typeof AccessRelation>

/** The parts of a child's case that an authentication opens. */
export const childScopes = ['progress', 'forms', 'documents', 'messages'] as const
export const ChildScope = z.enum(childScopes)
export type ChildScope = z.infer<typeof ChildScope>
