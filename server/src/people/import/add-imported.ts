import { eq, inArray } from 'drizzle-orm'
import type { ImportedPerson } from '@send/shared/people/read-person-line'
import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import { recordAuditEvent } from '../../audit/record-audit-event.ts'
import type { Clock } from '../../clock.ts'
import type { TakenIn } from '../../csv/import-lines.ts'
import type { Transaction } from '../../database/client.ts'
import { keyPeople } from '../candidate-keys/key-people.ts'
import { bases, people } from '../tables.ts'
import { findMergedAway } from './find-merged-away.ts'
import type { ImportedLine } from './import-people.ts'
import { provideBases } from './provide-bases.ts'

/** Adds those of some lines who are not on record, in one transaction with their line of the audit trail. */
export async function addImported(
  tx: Transaction,
  clock: Clock,
  lines: ImportedLine[],
  dryRun: boolean,
): Promise<TakenIn> {
  const onRecord = await findOnRecord(tx, lines)
  const done: TakenIn = { added: 0, known: 0, refused: [], notes: [] }
  const fresh: ImportedLine[] = []
  for (const each of lines) {
    const { externalId, upn } = each.person
    const same = onRecord.byExternalId.get(externalId)
    const merged = onRecord.mergedAway.byExternalId.get(externalId)
    const isHeld = upn !== null && (onRecord.byUpn.has(upn) || onRecord.mergedAway.upns.has(upn))
    if (merged && listDiffering(each.person, merged).length === 0) done.known += 1
    else if (merged && !same) {
      const differing = listDiffering(each.person, merged).join(', ')
      done.refused.push({
        line: each.line,
        why: `merged into another record, and there with another ${differing}`,
      })
    } else if (same) {
      const differing = listDiffering(each.person, same)
      if (differing.length === 0) done.known += 1
      else done.refused.push({ line: each.line, why: `on record with another ${differing.join(', ')}` })
    } else if (isHeld) {
      done.refused.push({ line: each.line, why: 'somebody on record already has this upn' })
    } else fresh.push(each)
  }
  done.added = fresh.length
  const schools = await provideBases(
    tx,
    fresh.flatMap(({ person }) => person.schoolUrn ?? []),
    dryRun,
  )
  done.notes = schools.notes
  if (!dryRun && fresh.length > 0) await insertPeople(tx, clock, fresh, schools.ids)
  return done
}

async function insertPeople(
  tx: Transaction,
  clock: Clock,
  lines: ImportedLine[],
  schools: Map<string, string>,
): Promise<void> {
  const rows = lines.map(({ person: { schoolUrn, ...person } }) => ({
    ...person,
    id: newId(),
    foldedGivenNames: fold(person.givenNames),
    foldedFamilyName: fold(person.familyName),
    schoolId: schoolUrn === null ? null : (schools.get(schoolUrn) ?? null),
    createdAt: clock.now(),
  }))
  await tx.insert(people).values(rows)
  await keyPeople(tx, rows.length)
  await recordAuditEvent(
    tx,
    { at: clock.now(), actorUserId: null, actorKind: 'system', face: null, address: null, requestId: null },
    {
      action: 'people.import',
      objectKind: 'people',
      objectId: 'file',
      details: { people: rows.map(({ id }) => id) },
    },
  )
}

type Recorded = Omit<ImportedPerson, 'externalId'> & { externalId: string | null }

async function findOnRecord(tx: Transaction, lines: ImportedLine[]) {
  const columns = {
    externalId: people.externalId,
    givenNames: people.givenNames,
    familyName: people.familyName,
    formerFamilyName: people.formerFamilyName,
    dateOfBirth: people.dateOfBirth,
    sex: people.sex,
    upn: people.upn,
    nhsNumber: people.nhsNumber,
    addressLine: people.addressLine,
    addressLine2: people.addressLine2,
    town: people.town,
    postcode: people.postcode,
    schoolUrn: bases.urn,
  }
  const select = () => tx.select(columns).from(people).leftJoin(bases, eq(bases.id, people.schoolId))
  const ids = lines.map(({ person }) => person.externalId)
  const upns = lines.flatMap(({ person }) => person.upn ?? [])
  const known = await select().where(inArray(people.externalId, ids))
  const holders = upns.length > 0 ? await select().where(inArray(people.upn, upns)) : []
  return {
    byExternalId: new Map(known.map((person) => [person.externalId ?? '', person])),
    byUpn: new Map(holders.map((person) => [person.upn ?? '', person])),
    mergedAway: await findMergedAway(tx, { ids, upns }),
  }
}

/** The columns in which a line differs from the record, as the file names them. */
function listDiffering(line: ImportedPerson, record: { [Key in keyof Recorded]: string | null }): string[] {
  const named = {
    given_names: 'givenNames',
    family_name: 'familyName',
    former_family_name: 'formerFamilyName',
    date_of_birth: 'dateOfBirth',
    sex: 'sex',
    upn: 'upn',
    nhs_number: 'nhsNumber',
    address_line_1: 'addressLine',
    address_line_2: 'addressLine2',
    town: 'town',
    postcode: 'postcode',
    school_urn: 'schoolUrn',
  } as const
  return Object.entries(named).flatMap(([column, key]) => (line[key] === record[key] ? [] : [column]))
}
