import { usePortal } from '../../use-portal.ts'
import type { MySubmission } from '../mine.ts'
import { commentFields } from '../sharing/comment-edit.ts'
import { shownField } from '../shown-field.ts'
import type { AutosaveSettings } from './autosave-reply.ts'
import { windowFields } from './window-field-names.ts'

/** What a page with a form was given to save by itself. */
export type PageAutosave = { windowId: string; key: string; posted: boolean }

/** What the script of a page needs to know. */
export function useAutosave(
  { place, isShared }: MySubmission,
  pageId: string,
  { key, posted }: PageAutosave,
): AutosaveSettings {
  const { t } = usePortal()
  return {
    href: `${place.base}/pages/${pageId}/autosave`,
    here: isShared ? `${place.base}/pages/${pageId}/here` : undefined,
    key,
    posted,
    notTyped: [...Object.values(windowFields), ...Object.values(commentFields), shownField],
    unsaved: t('portal.autosave.unsaved'),
    waiting: t('portal.autosave.waiting'),
  }
}
