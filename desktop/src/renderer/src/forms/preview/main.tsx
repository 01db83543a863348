import '../../zod-without-eval.ts'
import '@send/portal/design/portal.scss'
import { listenForMarks } from '@send/portal/forms/questions/listen-for-marks'
import { createRoot } from 'react-dom/client'

import { PreviewPage } from './PreviewPage.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
listenForMarks(document)
createRoot(root).render(<PreviewPage />)
