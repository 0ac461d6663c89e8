import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import 'virtual:antd.css'
import { queryClient } from './query'
import { theme } from './theme'

const builtTheme = {
  ...theme,
  hashed: false,
  zeroRuntime: import.meta.env.PROD,
  cssVar: { key: 'app' },
}

function useAntdLocale(): Locale {
  const { i18n } = useTranslation()
  const [locale, setLocale] = useState<Locale>(zhCN)
  useEffect(() => {
    if (i18n.language === 'en')
      void import('antd/locale/en_US').then((module) => setLocale(module.default))
    else setLocale(zhCN)
  }, [i18n.language])
  return locale
}

export function Providers({ children }: { children: ReactNode }) {
  const locale = useAntdLocale()
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={locale} theme={builtTheme} button={{ autoInsertSpace: false }}>
        {children}
      </ConfigProvider>
    </QueryClientProvider>
  )
}
