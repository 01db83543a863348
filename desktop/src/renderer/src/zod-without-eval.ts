import { z } from 'zod'

// zod compiles checks with eval where it may; the content security policy forbids it, so it is not even tried.
z.config({ jitless: true })
