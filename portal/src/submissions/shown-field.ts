/** The posted field that lists the questions which the page showed when it was sent, apart from each other by a space. */
export const shownField = 'shown'
