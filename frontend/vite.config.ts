import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { antdCss } from './scripts/vite-antd-css.ts'

/** `npm run dev` talks to a backend that already runs: JINGZHUN_API, else the default port. */
const api = process.env.JINGZHUN_API ?? 'http://127.0.0.1:8000'
const inPackage = (names: string) => new RegExp(`node_modules[\\\\/](${names})[\\\\/]`)

/** See scripts/adopted-styles.mjs. In development there is no policy and nothing to replace. */
const adoptedStyles = (): Plugin => ({
  name: 'adopted-styles',
  apply: 'build',
  load: (id) =>
    /@rc-component[\\/]util[\\/]es[\\/]Dom[\\/]dynamicCSS\.js$/.test(id)
      ? readFileSync(new URL('./scripts/adopted-styles.mjs', import.meta.url), 'utf8')
      : undefined,
})

/** antd's icons call themselves "star", "eye" in English; beside a word they are decoration. */
const SPOKEN = 'role: "img",\n    "aria-label": icon.name\n  }, restProps, {'
const QUIET =
  '...(restProps["aria-label"] ? { role: "img" } : { "aria-hidden": true })\n  }, restProps, {'
const quietIcons = (): Plugin => ({
  name: 'quiet-icons',
  transform(code, id) {
    if (!/@ant-design[\\/]icons[\\/]es[\\/]components[\\/]AntdIcon\.js$/.test(id)) return undefined
    if (!code.includes(SPOKEN)) this.error('AntdIcon.js has changed: see quietIcons')
    return { code: code.replace(SPOKEN, QUIET), map: null }
  },
})

export default defineConfig({
  plugins: [react(), antdCss(), adoptedStyles(), quietIcons()],
  resolve: { alias: { '@': new URL('./src', import.meta.url).pathname } },
  server: { port: Number(process.env.JINGZHUN_DEV_PORT ?? 5173), proxy: { '/api': api } },
  build: {
    target: 'chrome109',
    manifest: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: inPackage('react|react-dom|scheduler'), priority: 30 },
            {
              name: 'data',
              test: inPackage(
                '@tanstack[\\\\/](react-router|router-core|history|react-store|store|query-core|react-query)|i18next|react-i18next',
              ),
              priority: 20,
            },
            {
              // What addresses may say: many small files that every page needs.
              name: 'addresses',
              test: /src[\\/](features[\\/][^\\/]+[\\/]search|lib[\\/](urlState|dates|remembered))\.ts$/,
              priority: 10,
            },
          ],
        },
      },
    },
  },
})
