import '../../zod-without-eval.ts'
import '@send/portal/design/portal.scss'
import { createRoot } from 'react-dom/client'

import { PreviewPage } from './PreviewPage.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
createRoot(root).render(<PreviewPage />)
