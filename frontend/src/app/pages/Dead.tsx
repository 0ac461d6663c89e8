/** A page that cannot be shown, with the reason and a way on: no dead ends. */
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface DeadProps {
  code: '403' | '404' | '500'
  title: string
  why: string
  children?: ReactNode
}

export function Dead({ code, title, why, children }: DeadProps) {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <section className="surface dead" role="alert">
      <p className="dead-code" aria-hidden>
        {code}
      </p>
      <h1>{title}</h1>
      <p className="sub">{why}</p>
      {children}
      <p className="row">
        <Button type="primary" onClick={() => void router.navigate({ to: '/' })}>
          {t('app.back')}
        </Button>
        <Button onClick={() => router.history.back()}>{t('app.backBefore')}</Button>
      </p>
    </section>
  )
}
