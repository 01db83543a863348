import { contextBridge, ipcRenderer } from 'electron'

/** What the window may ask of the main process, and hear from it: one small object per capability. */
const bridge = {
  server: { call: (call: unknown): Promise<unknown> => ipcRenderer.invoke('server:call', call) },
  session: { onExpired: (listener: () => void) => hear('session:expired', () => listener()) },
  connection: {
    check: (): Promise<unknown> => ipcRenderer.invoke('connection:check'),
    onChange: (listener: (connected: unknown) => void) => hear('connection:changed', listener),
  },
  lock: {
    hold: (work: unknown): Promise<unknown> => ipcRenderer.invoke('lock:hold', work),
    used: (): Promise<unknown> => ipcRenderer.invoke('lock:used'),
    find: (): Promise<unknown> => ipcRenderer.invoke('lock:find'),
    emptied: (): Promise<unknown> => ipcRenderer.invoke('lock:emptied'),
    open: (): Promise<unknown> => ipcRenderer.invoke('lock:open'),
    onLocked: (listener: () => void) => hear('lock:locked', () => listener()),
  },
  menu: {
    show: (screens: unknown): Promise<unknown> => ipcRenderer.invoke('menu:show', screens),
    onOpen: (listener: (screen: unknown) => void) => hear('menu:open', listener),
    onSignOut: (listener: () => void) => hear('menu:signOut', () => listener()),
  },
  files: {
    open: (fileId: string): Promise<unknown> => ipcRenderer.invoke('files:open', fileId),
    send: (file: unknown): Promise<unknown> => ipcRenderer.invoke('files:send', file),
  },
  audit: { export: (request: unknown): Promise<unknown> => ipcRenderer.invoke('audit:export', request) },
  undoneMatches: {
    save: (request: unknown): Promise<unknown> => ipcRenderer.invoke('undoneMatches:save', request),
  },
  personMerges: {
    save: (request: unknown): Promise<unknown> => ipcRenderer.invoke('personMerges:save', request),
  },
  blankForms: { save: (form: unknown): Promise<unknown> => ipcRenderer.invoke('blankForms:save', form) },
  bundles: {
    export: (source: unknown): Promise<unknown> => ipcRenderer.invoke('bundles:export', source),
    pick: (): Promise<unknown> => ipcRenderer.invoke('bundles:pick'),
  },
  drafts: {
    save: (draft: unknown): Promise<unknown> => ipcRenderer.invoke('drafts:save', draft),
    list: (): Promise<unknown> => ipcRenderer.invoke('drafts:list'),
    get: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:get', formId),
    history: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:history', formId),
    fetch: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:fetch', formId),
    remove: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:remove', formId),
    restore: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:restore', formId),
    forget: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:forget', formId),
    decide: (decided: unknown): Promise<unknown> => ipcRenderer.invoke('drafts:decide', decided),
    watch: (formId?: string): Promise<unknown> => ipcRenderer.invoke('drafts:watch', formId),
    presence: (formId: string): Promise<unknown> => ipcRenderer.invoke('drafts:presence', formId),
    sync: (): Promise<unknown> => ipcRenderer.invoke('drafts:sync'),
    onChange: (listener: () => void) => hear('drafts:changed', () => listener()),
  },
}

/** Hands on the message alone, never the event with its ways into Electron; returns how to stop listening. */
function hear(channel: string, listener: (message: unknown) => void): () => void {
  const onMessage = (_event: unknown, message: unknown) => listener(message)
  ipcRenderer.on(channel, onMessage)
  return () => void ipcRenderer.removeListener(channel, onMessage)
}

contextBridge.exposeInMainWorld('send', bridge)
