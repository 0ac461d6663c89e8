/** The two halves of every page seen before work begins: who we are, and a form. */
import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage, speak } from '@/lib/i18n'
import './front.css'

export function Front({
  title,
  hint,
  children,
}: {
  title: string
  hint: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  const other = currentLanguage() === 'en' ? 'zh-CN' : 'en'
  return (
    <div className="front">
      <header className="front-name">
        <span className="front-mark">{t('app.name')}</span>
        <div>
          <p className="front-platform">{t('app.platform')}</p>
          <p className="front-motto">{t('app.motto')}</p>
        </div>
        <span />
      </header>
      <main className="front-form">
        <div>
          <h1>{title}</h1>
          <p className="sub">{hint}</p>
          {children}
          <Button
            type="link"
            className="front-language"
            icon={<GlobalOutlined />}
            lang={other}
            onClick={() => void speak(other)}
          >
            {t('app.language')}
          </Button>
        </div>
      </main>
    </div>
  )
}
