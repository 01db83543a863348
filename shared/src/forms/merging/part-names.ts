import { PageId, QuestionId, SectionId } from '../../values/ids.ts'
import { formKey, type FormParts, type Part } from './form-parts.ts'
import { isRecord } from './same-value.ts'

/** The properties by which people know a part, in the order in which they are looked for. */
const naming = ['title', 'wording', 'label', 'message']

/** The names of a part and of those around it, from the outside in; without the form itself. */
export function trailOf(parts: FormParts, key: string | undefined): string[] {
  const part = key === undefined || key === formKey ? undefined : parts.get(key)
  return part ? [...trailOf(parts, part.parent), nameOf(part)] : []
}

function nameOf({ own }: Part): string {
  const text = naming.map((name) => own[name]).find(isRecord)
  return typeof text?.en === 'string' ? text.en.trim() : ''
}

/** The nearest page, section or question around a part or the part itself; the form where there is none. */
export function ownerOf(parts: FormParts, key: string): string {
  const part = parts.get(key)
  if (!part || part.parent === undefined) return formKey
  const isOwner = [PageId, SectionId, QuestionId].some((shape) => shape.safeParse(part.id).success)
  return isOwner ? part.key : ownerOf(parts, part.parent)
}
