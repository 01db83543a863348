import { newId } from '@send/shared/values/ids'
import { buildOrigin } from '../build-entered-form.ts'
import type { Cell, Expectation } from './expectations.ts'
import type { Outcome } from './ladder.ts'

const key = () => ({ idempotencyKey: newId() })
const whatExists = ({ relation }: Cell): Outcome => (relation === 'nonExistent' ? 'not-found' : 'done')
const oneForm = ({ world, relation }: Cell) =>
  relation === 'nonExistent' ? { internalFormId: newId() } : world.entered

/** What the procedures of forms are asked that are entered for somebody: no list of a form says who may, the process does. */
export const onBehalfExpectations: Record<string, Expectation> = {
  'onBehalf.listForms': { input: () => ({}) },
  'onBehalf.findBlankForm': { input: ({ world }) => ({ formId: world.forms.parents.formId }) },
  'forms.getBlank': { input: ({ world }) => ({ formId: world.forms.parents.formId }) },
  'onBehalf.start': {
    input: ({ world, relation }) => ({
      ...key(),
      formId: relation === 'nonExistent' ? newId() : world.forms.parents.formId,
      origin: buildOrigin(),
    }),
    then: whatExists,
  },
  'onBehalf.list': { input: () => ({}) },
  'onBehalf.changeOrigin': {
    input: (cell) => ({ ...oneForm(cell), origin: buildOrigin() }),
    then: whatExists,
  },
  'onBehalf.send': {
    input: (cell) => ({
      ...key(),
      ...oneForm(cell),
      revision: 1,
      fileIds: [],
      origin: buildOrigin(),
      signature: null,
    }),
    then: whatExists,
  },
}
