import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { hintsQuery } from '@/api/account'

/** On a demo server only: one account a role. Their password is never in a page. */
export function DemoAccounts({ onPick }: { onPick: (username: string) => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(hintsQuery)
  if (!data?.demo) return null
  return (
    <section className="front-demo" aria-labelledby="demo">
      <h2 id="demo">{t('front.demo')}</h2>
      <p className="sub">{t('front.demoHint')}</p>
      <ul>
        {data.accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onPick(account.username)}>
              <b>{account.username}</b>
              <span>
                {account.role_title} · {account.place_name}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
