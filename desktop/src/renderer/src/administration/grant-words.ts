import {
  BusinessProcess,
  covers,
  findReadGrant,
  processOf,
  type Grant,
} from '@send/shared/accounts/business-processes'
import { translator } from '@send/shared/texts/translator'

const t = translator('en')

export type GrantLevel = 'none' | 'read' | 'write'

/** A grant as people say it. */
export function grantInWords(grant: Grant): string {
  const process = processOf(grant)
  const name = t(`process.${process}`)
  return grant === process ? name : t('groups.onlyLooking', { process: name })
}

/** What several groups grant together, in the order of the processes and the wider grant of two. */
export function grantsTogether(groups: readonly { processes: readonly Grant[] }[]): Grant[] {
  const all = groups.flatMap(({ processes }) => processes)
  return BusinessProcess.options.flatMap((process) => withLevel(process, levelOf(all, process)))
}

/** How far grants go in one process. */
export function levelOf(grants: readonly Grant[], process: BusinessProcess): GrantLevel {
  if (covers(grants, process, 'write')) return 'write'
  return covers(grants, process, 'read') ? 'read' : 'none'
}

/** The levels at which a process can be granted. */
export function levelsOf(process: BusinessProcess): GrantLevel[] {
  return findReadGrant(process) ? ['none', 'read', 'write'] : ['none', 'write']
}

/** Grants with one process set to a level. */
export function setLevel(grants: readonly Grant[], process: BusinessProcess, level: GrantLevel): Grant[] {
  return BusinessProcess.options.flatMap((each) =>
    withLevel(each, each === process ? level : levelOf(grants, each)),
  )
}

function withLevel(process: BusinessProcess, level: GrantLevel): Grant[] {
  if (level === 'write') return [process]
  const read = level === 'read' ? findReadGrant(process) : undefined
  return read ? [read] : []
}
