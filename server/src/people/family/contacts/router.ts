import { ContactEntry } from '@send/shared/people/family/contacts'
import { Id } from '@send/shared/values/ids'
import { z } from 'zod'
import { onceOnly } from '../../../database/idempotency.ts'
import { router, staffProcedure } from '../../../trpc.ts'
import { addContact } from './add-contact.ts'
import { correctContact } from './correct-contact.ts'
import { removeContact } from './remove-contact.ts'

const meant = { idempotencyKey: Id, personId: Id, contactId: Id, version: z.int().min(1) }

/** How people are reached; `family.get` reads it. */
export const contactsRouter = router({
  add: staffProcedure('people')
    .input(z.strictObject({ idempotencyKey: Id, personId: Id, entry: ContactEntry }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'contacts.add', input, () =>
        addContact(ctx, input.personId, input.entry),
      ),
    ),

  correct: staffProcedure('people')
    .input(z.strictObject({ ...meant, entry: ContactEntry }))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'contacts.correct', input, () =>
        correctContact(ctx, input, input.entry),
      ),
    ),

  remove: staffProcedure('people')
    .input(z.strictObject(meant))
    .mutation(({ ctx, input }) =>
      onceOnly(ctx, input.idempotencyKey, 'contacts.remove', input, () => removeContact(ctx, input)),
    ),
})
