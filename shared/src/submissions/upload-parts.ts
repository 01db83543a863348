/**
 * An upload that can be resumed is kept in parts of this many bytes; only its last may be shorter. What was sent of a
 * part when the line broke is sent again.
 */
export const partBytes = 256 * 1024

/** What a browser sends with one request: on a slow line a request ends long before anybody loses patience. */
export const requestBytes = 4 * partBytes

/** Hours after its last part until an upload that nobody goes on with is removed. */
export const hoursUnfinished = 24
