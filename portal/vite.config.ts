import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [reactRouter()],
  // The style rule of the Content Security Policy allows files only, so nothing is inlined.
  build: { assetsInlineLimit: 0 },
  css: {
    // govuk-frontend holds an old-browser media query which Lightning CSS refuses.
    lightningcss: { errorRecovery: true },
    preprocessorOptions: { scss: { quietDeps: true } },
  },
})
