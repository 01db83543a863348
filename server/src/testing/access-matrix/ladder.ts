import { BusinessProcess, covers } from '@send/shared/accounts/business-processes'
import type { Caller } from './callers.ts'

/** What a cell of the matrix ends in: done, or the id of the refusal. */
export type Outcome =
  | 'done'
  | 'sign-in-needed'
  | 'second-step-needed'
  | 'not-allowed'
  | 'not-found'
  | 'conflict'
  | 'bad-input'
  | 'password-needed'

/** How far the access rule of a procedure lets a caller; `done` when its step of the ladder is passed. */
export function ladderOutcome(access: string, caller: Caller): Outcome {
  if (access === 'public') return 'done'
  if (!caller.session || caller.kind === 'disabled') return 'sign-in-needed'
  if (access === 'registered') return 'done'
  if (caller.kind === 'halfSignedIn') return 'second-step-needed'
  if (access === 'twoStepVerified') return 'done'
  const [, name, level] = /^staff:(\w+?)(\.read)?$/.exec(access) ?? []
  const process = BusinessProcess.parse(name)
  return covers(caller.grants, process, level ? 'read' : 'write') ? 'done' : 'not-allowed'
}
