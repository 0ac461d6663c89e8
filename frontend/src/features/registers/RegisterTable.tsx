import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { RegisterOut } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { Empty } from '@/ui/Empty'

interface Props {
  items: readonly RegisterOut[]
  at: string | undefined
}

export function RegisterTable({ items, at }: Props) {
  const { t } = useTranslation()
  if (items.length === 0) return <Empty text={t('registers.none')} />
  return (
    <table className="declared-table">
      <thead>
        <tr>
          <th scope="col">{t('registers.name')}</th>
          <th scope="col" className="right">
            {t('registers.count')}
          </th>
          <th scope="col" className="right" title={t('registers.unknownHelp')}>
            {t('registers.unknown')}
          </th>
          <th scope="col">{t('declared.definition')}</th>
          <th scope="col">{t('declared.clause')}</th>
          <th scope="col">{t('declared.who')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <RegisterRow key={one.slug} one={one} at={at} />
        ))}
      </tbody>
    </table>
  )
}

function RegisterRow({ one, at }: { one: RegisterOut; at: string | undefined }) {
  const { t } = useTranslation()
  const noun = one.of === 'member' ? 'declared.people' : 'declared.households'
  const to = { to: '/registers/$slug', params: { slug: one.slug } } as const
  const day = at && { at }
  return (
    <tr>
      <th scope="row">
        <Link {...to} search={{ ...day }}>
          {one.title}
        </Link>
      </th>
      <td className="right num">
        <Link {...to} search={{ ...day }}>
          {t(noun, { n: count(one.count) })}
        </Link>
      </td>
      <td className="right num">
        {one.unknown ? (
          <Link {...to} search={{ ...day, which: 'unknown' }}>
            {count(one.unknown)}
          </Link>
        ) : (
          <span className="sub">0</span>
        )}
      </td>
      <td>
        {one.sentence}
        {one.help ? <div className="sub">{one.help}</div> : null}
      </td>
      <td>
        {one.clause_number}
        <div className="sub">
          <q>{one.clause_quote}</q>
        </div>
      </td>
      <td>{one.kept_by.join(t('ui.comma'))}</td>
    </tr>
  )
}
