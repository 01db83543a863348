/**
 * The queries that may answer without a line in the audit trail, and why. Every other that does is refused as a
 * fault of ours.
 */
export const unaudited: Record<string, string> = {
  'accounts.me': 'One’s own name and session; asked for by every window every few minutes.',
  'accounts.findRegistration':
    'Whether a link of an unfinished registration still works; nobody is known yet.',
  'organisations.findInvitation': 'Whether a link of an invitation still works; nothing of a child.',
  'accounts.findPasswordReset': 'Whether a link for a new password still works; nobody is known yet.',
  'secondSteps.mine': 'One’s own ways to sign in; asked for at every sign-in.',
  'secondSteps.overview': 'One’s own ways to sign in; nothing of a child.',
  'secondSteps.getPolicy':
    'Which second steps are allowed, and how many people use each; nothing of anybody.',
  'secondSteps.countRecoveries': 'How many recoveries wait: a number for the navigation, nothing of anybody.',
  'files.getSettings': 'What is settled about files; nothing of a child.',
  'accounts.listAccessSubjects': 'Names of staff and groups for access lists; nothing of a child.',
  'ownAccount.get': 'One’s own name and contact details; nothing of a child.',
  'ownAccount.listSessions': 'Where one is signed in oneself; nothing of a child.',
  'ownAccount.findEmailChange': 'Whether a link to one’s own new address still works; nothing of a child.',
  'advice.listRecipients': 'Organisations and who works for them; nothing of a child.',
  'advice.listForms': 'Blank forms; nothing of a child.',
  'chronology.countIncoming': 'How many forms wait: a number for the navigation, nothing of a child.',
  'internalForms.listStartable': 'Blank forms; nothing of a child.',
  'internalForms.findBases': 'Names of schools for a question of a form; nothing of a child.',
  'internalForms.findStaff': 'Names of staff for a question of a form; nothing of a child.',
  'suspense.countWaiting': 'How many children wait: a number for the navigation, nothing of a child.',
  'submissions.getMyForm': 'What one’s own form asks, a blank form; nothing of a child.',
  'forms.list': 'Blank forms; nothing of a child.',
  'forms.getVersion': 'A blank form; nothing of a child.',
  'forms.listLookupTables': 'Lists for blank forms; nothing of a child.',
  'forms.getLookupTable': 'A list for blank forms; nothing of a child.',
  'forms.listVersions': 'Blank forms; nothing of a child.',
  'forms.listDrafts': 'Drafts of blank forms; nothing of a child.',
  'forms.getDraft': 'A draft of a blank form; nothing of a child.',
  'forms.draftPresence': 'Which colleagues have a draft open; asked every few seconds, nothing of a child.',
  'forms.listBankQuestions': 'Questions for blank forms; nothing of a child.',
  'forms.getBankQuestion': 'A question for blank forms; nothing of a child.',
  'forms.findBankRevisions': 'Questions for blank forms; nothing of a child.',
  'forms.inspectBundle': 'A blank form in a file; nothing of a child, and nothing is changed.',
  'forms.listTrustedSenders': 'Whose blank forms are imported; nothing of a child.',
  'sharedForms.findInvitation': 'Whether a link of an invitation still works; nothing of a child.',
  'sharedForms.listColleagues': 'Names of colleagues; nothing of a child.',
  'sharedForms.stillHere':
    'Who else has a page of a shared form open; asked every half minute, nothing of a child.',
  'submissions.getKeepingPeriods': 'For how long unfinished forms are kept; nothing of a child.',
  'forms.listAvailable': 'Blank forms; nothing of a child.',
}
