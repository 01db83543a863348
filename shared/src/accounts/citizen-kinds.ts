import { z } from 'zod'
import type { Audience } from '../forms/form-definition.ts'

/** Who somebody with an account of the citizen portal says they are. It opens nothing about any child. */
export const citizenKinds = ['parentCarer', 'youngPerson'] as const
export const CitizenKind = z.enum(citizenKinds)
export type CitizenKind = z.infer<typeof CitizenKind>

const audiences = { parentCarer: 'parents', youngPerson: 'youngPeople' } as const satisfies Record<
  CitizenKind,
  Audience
>

/** Whose forms a citizen may start; whoever has not said yet who they are may start those of both. */
export function audiencesOfCitizen(kind: CitizenKind | null): Audience[] {
  return kind === null ? Object.values(audiences) : [audiences[kind]]
}
