/** Where a form is opened: by its owner, or under an address of its own by those who help with it. */
export type FormPlace = {
  submissionId: string
  isHelper: boolean
  /** The address of the list of its parts. */
  base: string
}

/** The place of a form by the address of one of its pages. */
export function placeOf(pathname: string, submissionId: string): FormPlace {
  const isHelper = pathname.startsWith('/shared/')
  return { submissionId, isHelper, base: `/${isHelper ? 'shared' : 'submissions'}/${submissionId}` }
}

/** The place of the form to which the page of a request belongs. */
export function placeOfRequest(request: Request, submissionId: string): FormPlace {
  return placeOf(new URL(request.url).pathname, submissionId)
}
