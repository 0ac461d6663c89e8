import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tagged } from '@/api/client'
import * as sdk from '@/api/gen/sdk.gen'
import { ConfirmReason } from '@/ui/ConfirmReason'
import { LinkButton } from '@/ui/LinkButton'
import { OneTimeSecret } from '../OneTimeSecret'
import { type User, useKeep } from '../queries'

const CALLS = {
  disable: sdk.disableUser,
  enable: sdk.enableUser,
  unlock: sdk.unlockUser,
} as const
type Act = keyof typeof CALLS | 'reset'

/** What an administrator does with somebody else's account; nobody does it with their own. */
export function UserActs({ user, own }: { user: User; own: boolean }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Act | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const keep = useKeep()
  const disabled = user.state === 'disabled'
  const possible: Act[] = [
    ...(user.state === 'locked' ? (['unlock'] as const) : []),
    ...(own ? [] : (['reset', disabled ? 'enable' : 'disable'] as const)),
  ]
  const carryOut = async (reason: string) => {
    const call = { path: { user_id: user.id }, body: { reason }, throwOnError: true } as const
    if (asking === 'reset') {
      const saved = await tagged(sdk.resetUserPassword(call))
      setPassword(saved.one_time_password)
      keep.user(saved)
    } else if (asking) keep.user(await tagged(CALLS[asking](call)))
  }
  return (
    <>
      {possible.map((act) => (
        <Button key={act} danger={act === 'disable'} onClick={() => setAsking(act)}>
          {t(`accounts.acts.${act}.name`)}
        </Button>
      ))}
      <LinkButton
        to="/users/$userId/edit"
        params={{ userId: user.id }}
        type="primary"
        icon={<EditOutlined />}
      >
        {t('accounts.acts.edit')}
      </LinkButton>
      {asking ? (
        <ConfirmReason
          title={t(`accounts.acts.${asking}.title`, { name: user.name })}
          phrases={t(`accounts.acts.${asking}.reasons`).split('|')}
          confirmText={t(`accounts.acts.${asking}.name`)}
          danger={asking === 'disable'}
          onConfirm={carryOut}
          onClose={() => setAsking(null)}
        >
          <p className="sub">{t(`accounts.acts.${asking}.what`)}</p>
        </ConfirmReason>
      ) : null}
      {password === null ? null : (
        <OneTimeSecret
          title={t('accounts.secret.password')}
          note={t('accounts.secret.passwordNote')}
          owner={{ label: t('front.username'), text: user.username }}
          secret={{ label: t('accounts.secret.password'), text: password }}
          onDone={() => setPassword(null)}
        />
      )}
    </>
  )
}
