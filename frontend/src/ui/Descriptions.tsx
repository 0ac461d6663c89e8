import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Described {
  key: string
  label: string
  value: ReactNode
  /** The day from which the value holds. */
  since?: string | null
  /** Who or what it comes from: a person, a batch, a department's list. */
  source?: string | null
  wide?: boolean
}

/** Labels and values; each value can say since when and from where. */
export function Descriptions({ items }: { items: readonly Described[] }) {
  const { t } = useTranslation()
  return (
    <dl className="described">
      {items.map(({ key, label, value, since, source, wide }) => (
        <div key={key} className={wide ? 'wide' : undefined}>
          <dt>{label}</dt>
          <dd>
            {value}
            {since || source ? (
              <small className="sub">
                {[since ? t('ui.since', { day: since }) : null, source].filter(Boolean).join(' · ')}
              </small>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}
