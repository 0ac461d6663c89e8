import type { ReactNode } from 'react'
import { instant } from '@/lib/dates'

export interface Happening {
  key: string
  /** An instant (`…Z`) or a plain day. */
  at: string
  what: ReactNode
  who?: string | null
  /** Reason, before and after. */
  detail?: ReactNode
}

/** What happened to a record, newest first as it is given. */
export function Timeline({ items, label }: { items: readonly Happening[]; label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, at, what, who, detail }) => (
        <li key={key}>
          <div>
            {what} {who ? <span className="sub">{who}</span> : null}
          </div>
          <time className="sub num" dateTime={at}>
            {at.includes('T') ? instant(at) : at}
          </time>
          {detail ? <div className="timeline-detail">{detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
