import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { PostsField } from './PostsField'

const USERNAME = /^[a-z][a-z0-9._-]{2,31}$/

interface Props {
  isNew?: boolean
  /** Nobody gives themselves other posts. */
  own?: boolean
}

export function UserFields({ isNew = false, own = false }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="name"
        label={t('accounts.columns.name')}
        rules={[{ required: true, whitespace: true, message: t('accounts.users.nameMissing') }]}
      >
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      {isNew ? (
        <Form.Item
          name="username"
          label={t('front.username')}
          extra={t('accounts.users.usernameRule')}
          normalize={(typed: string) => typed.trim().toLowerCase()}
          rules={[
            { required: true, message: t('front.usernameMissing') },
            { pattern: USERNAME, message: t('accounts.users.usernameRule') },
          ]}
        >
          <Input maxLength={32} autoComplete="off" className="mono" />
        </Form.Item>
      ) : null}
      <PostsField disabled={own} />
      {own ? <p className="sub">{t('accounts.users.ownRoles')}</p> : null}
    </>
  )
}
