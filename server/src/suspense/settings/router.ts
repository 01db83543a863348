import { AutomaticFrom } from '@send/shared/suspense/matching/automatic-from'
import {
  DecisionPeriod,
  SettingChange,
  SuspenseSource,
  suspenseSources,
} from '@send/shared/suspense/matching-settings'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../database/idempotency.ts'
import { router, staffProcedure } from '../../trpc.ts'
import { listSettings } from './list-settings.ts'
import { previewSettings } from './preview-settings.ts'
import { setSettings } from './set-settings.ts'

const administering = staffProcedure('portalAdministration', 'read')

/** From when on a match is automatic, and how much a second officer reviews, for each source of incoming children. */
export const matchingSettingsRouter = router({
  list: administering.input(z.strictObject({}).optional()).query(({ ctx }) => listSettings(ctx)),

  preview: administering
    .input(z.strictObject({ proposed: z.record(SuspenseSource, AutomaticFrom), period: DecisionPeriod }))
    .query(({ ctx, input }) => previewSettings(ctx, input)),

  set: staffProcedure('portalAdministration')
    .input(
      z.strictObject({
        idempotencyKey: Id,
        changes: z.array(SettingChange).min(1).max(suspenseSources.length),
      }),
    )
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'matchingSettings.set', input, () =>
        setSettings(ctx, input.changes),
      ),
    ),
})
