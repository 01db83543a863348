import './zod-without-eval.ts'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './window.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'

import { ApiProvider, apiClient, queryClient } from './api.ts'
import { App } from './App.tsx'
import { renewOnlyWhileUsed } from './only-while-used.ts'
import { theme } from './theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
setNonce(nonce)

renewOnlyWhileUsed()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    {/* A notice that fades cannot be read while it does. */}
    <Notifications transitionDuration={0} />
    <QueryClientProvider client={queryClient}>
      <ApiProvider trpcClient={apiClient} queryClient={queryClient}>
        <App />
      </ApiProvider>
    </QueryClientProvider>
  </MantineProvider>,
)
