/** How something reached the authority that nobody sent on the portal. */
export const originChannels = ['paper', 'telephone', 'inPerson'] as const
export type OriginChannel = (typeof originChannels)[number]
