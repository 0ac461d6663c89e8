import { useTranslation } from 'react-i18next'
import type { ClientOut } from '@/api/gen/types.gen'
import { Snippet } from './Snippet'
import { readOf, tokenByKey, tokenBySecret } from './snippets'

/** A few lines that work as they stand: a token, and one thing read with it. */
export function Usage({ client }: { client: ClientOut }) {
  const { t } = useTranslation()
  const bySecret = client.authentication === 'secret'
  const address = location.origin
  return (
    <>
      <p className="sub">
        {t(bySecret ? 'accounts.clients.stepSecret' : 'accounts.clients.stepKey')}
      </p>
      <Snippet
        label={t('accounts.clients.token')}
        text={(bySecret ? tokenBySecret : tokenByKey)(address, client.client_id)}
      />
      <p className="sub">{t('accounts.clients.stepRead')}</p>
      <Snippet label={t('accounts.clients.read')} text={readOf(address, client.scopes)} />
    </>
  )
}
