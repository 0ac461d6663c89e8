import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { rememberedLanguage, speak } from '@/lib/i18n'
import './base.css'
import '@/ui/ui.css'
import { Providers } from './Providers'
import { reloadOnceWhenChunksAreGone } from './reload'
import { router } from './router'

reloadOnceWhenChunksAreGone()
await speak(rememberedLanguage())

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
)
