import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { requestByParent } from '@send/shared/forms/library/request-by-parent'
import { newId } from '@send/shared/values/ids'
import Database from 'better-sqlite3'
import { openDrafts } from '../../desktop/src/main/forms/drafts.ts'
import type { Row, Sides } from '../row.ts'
import type { Stage } from '../stage.ts'

const perRound = 150

export const draftsSaveRow: Row = {
  id: 'drafts.save',
  what: 'Saving the changed draft of a form of 30 questions in the client’s store as a share of a bare insert of the same bytes with the same driver, both with synchronous=FULL',
  compare: 'share',
  unit: 'share',
  sideUnit: 'saves/s',
  goal: { at: 'least', value: 0.2 },
  prepare,
}

async function prepare(stage: Stage): Promise<Sides> {
  const folder = await mkdtemp(path.join(stage.folder, 'drafts-'))
  const drafts = openDrafts(path.join(folder, 'ours'), new Date())
  const definition = { ...requestByParent, accessList: { entries: [] } }
  const bytes = JSON.stringify(definition)
  const formId = newId()
  // As when somebody types: SQLite writes no page whose bytes are as before, and a title of another length moves all.
  let typed = ''
  const saveChanged = () => {
    typed = typed.length < 40 ? `${typed}a` : ''
    const title = { en: `Request an assessment ${typed}` }
    drafts.save({ formId, baseVersion: null, definition: { ...definition, title } }, new Date())
  }
  const bare = new Database(path.join(folder, 'bare.sqlite'))
  bare.pragma('journal_mode = WAL')
  bare.pragma('synchronous = FULL')
  bare.exec('create table bare (id integer primary key, body text not null) strict')
  const insert = bare.prepare('insert into bare (body) values (?)')
  return {
    ours: async () => ratePerSecond(saveChanged),
    peer: async () => ratePerSecond(() => insert.run(bytes)),
    async close() {
      drafts.close()
      bare.close()
    },
  }
}

/** Both sides block until the disk has it, so there is nothing to await. */
function ratePerSecond(save: () => unknown): number {
  const started = performance.now()
  for (let number = 0; number < perRound; number += 1) save()
  return perRound / ((performance.now() - started) / 1000)
}
