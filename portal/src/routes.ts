import { index, route } from '@react-router/dev/routes'
import type { RouteConfig } from '@react-router/dev/routes'

export default [
  index('./home/home.tsx'),
  route('language/:language', './home/language.ts'),
  route('privacy', './home/privacy.tsx'),
  route('register', './accounts/register.tsx'),
  route('register/sent', './accounts/registration-sent.tsx'),
  route('register/:token', './accounts/complete-registration.tsx'),
  route('second-step', './accounts/choose-second-step.tsx'),
  route('sign-in', './accounts/sign-in.tsx'),
  route('sign-in/second-step', './accounts/second-step.tsx'),
  route('sign-out', './accounts/sign-out.ts'),
  route('children', './people/children.tsx'),
  route('children/tell-us', './people/tell-us.tsx'),
  route('children/:personId', './people/child.tsx'),
  route('forms/:formId', './submissions/before-you-start.tsx'),
  route('submissions/:submissionId', './submissions/submission.tsx'),
  route('submissions/:submissionId/pages/:pageId', './submissions/form-page.tsx'),
  route('submissions/:submissionId/files/:questionId', './submissions/file-page.tsx'),
  route('submissions/:submissionId/check', './submissions/check-answers.tsx'),
  route('submissions/:submissionId/received', './submissions/received.tsx'),
  route('submissions/:submissionId/copy', './submissions/copy.tsx'),
  route('*', './home/not-found.tsx'),
] satisfies RouteConfig
