import { z } from 'zod'

/** What a permission group may grant, named as in the authority's own procedures. */
export const BusinessProcess = z.enum([
  'formBuilder',
  'manageIncomingForms',
  'completeForms',
  'deleteForms',
  'matching',
  'people',
  'chronology',
  'share',
  'portalAdministration',
  'userAdministration',
  'verifyProfessionals',
  'audit',
  'statutoryReturn',
])
export type BusinessProcess = z.infer<typeof BusinessProcess>

/** The processes that can be granted for looking alone; the others are whole or not at all. */
export const readableProcesses = [
  'formBuilder',
  'manageIncomingForms',
  'matching',
  'people',
  'chronology',
  'portalAdministration',
  'userAdministration',
] as const satisfies readonly BusinessProcess[]
type ReadableProcess = (typeof readableProcesses)[number]

/** A granted process: whole (`people`), or for looking alone (`people.read`). */
export type Grant = BusinessProcess | `${ReadableProcess}.read`
export const Grant = z.union([
  BusinessProcess,
  z.enum(readableProcesses.map((name) => `${name}.read` as const)),
])

/** What a guarded act needs of a process. */
export type ProcessLevel = 'read' | 'write'

/** Whether the grants of somebody cover a process at a level; the whole process covers looking. */
export function covers(grants: readonly Grant[], process: BusinessProcess, level: ProcessLevel): boolean {
  if (grants.includes(process)) return true
  return level === 'read' && grants.some((grant) => grant === `${process}.read`)
}

const levels = ['read', 'write'] as const satisfies readonly ProcessLevel[]

/** What somebody may do with the second set of grants that the first does not cover. */
export function grantsGained(before: readonly Grant[], after: readonly Grant[]): Grant[] {
  return after.filter((grant) => {
    const process = processOf(grant)
    return levels.some((level) => covers([grant], process, level) && !covers(before, process, level))
  })
}

/** The business process that a grant speaks of, whole or for looking alone. */
export function processOf(grant: Grant): BusinessProcess {
  return BusinessProcess.parse(grant.replace(/\.read$/, ''))
}

/** The process for looking alone, where it can be granted so. */
export function findReadGrant(process: BusinessProcess): Grant | undefined {
  const readable = readableProcesses.find((name) => name === process)
  return readable && `${readable}.read`
}
