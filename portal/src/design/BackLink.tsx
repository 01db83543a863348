/**
 * The way back from a form, which takes along what was typed. Before it stands what the Enter key presses, unseen and
 * unreached: the first button of a form would be this one.
 */
export function BackButton({ formId, children }: { formId: string; children: string }) {
  return (
    <>
      <button
        type="submit"
        form={formId}
        name="intent"
        value="next"
        className="govuk-visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      />
      <button
        type="submit"
        form={formId}
        name="intent"
        value="back"
        className="govuk-back-link send-back-button"
      >
        {children}
      </button>
    </>
  )
}

/** The way back, above the heading. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="govuk-back-link">
      {children}
    </a>
  )
}
