import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Input, type InputRef } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { login } from '@/api/account'
import { session } from '@/api/session'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { DemoAccounts } from './DemoAccounts'
import { Front } from './Front'
import { FrontField } from './FrontField'

function useLogin() {
  const { next } = useSearch({ from: '/login' })
  const router = useRouter()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: login,
    onSuccess: async (answer) => {
      session.begin(answer.access_token)
      if (answer.must_change_password) await navigate({ to: '/password' })
      else router.history.push(next ?? '/')
    },
  })
}

/** Without the form machinery of the pages behind it, so that it is there at once. */
export function LoginPage() {
  const { t } = useTranslation()
  const { ended } = useSearch({ from: '/login' })
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const nameBox = useRef<InputRef>(null)
  const passwordBox = useRef<InputRef>(null)
  const { mutate, isPending, isIdle, error } = useLogin()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!username.trim()) nameBox.current?.focus()
    else if (!password) passwordBox.current?.focus()
    else mutate({ username: username.trim(), password })
  }
  const fill = (name: string) => {
    setUsername(name)
    passwordBox.current?.focus()
  }
  return (
    <Front title={t('front.login')} hint={t('front.loginHint')}>
      <FormErrors lines={error ? [problemText(error)] : []} />
      {ended && isIdle ? (
        <Alert className="form-errors" type="info" showIcon title={t('front.sessionEnded')} />
      ) : null}
      <form onSubmit={submit} noValidate>
        <FrontField
          label={t('front.username')}
          error={asked && !username.trim() ? t('front.usernameMissing') : undefined}
        >
          <Input
            ref={nameBox}
            size="large"
            prefix={<UserOutlined />}
            autoComplete="username"
            maxLength={64}
            autoFocus
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </FrontField>
        <FrontField
          label={t('front.password')}
          error={asked && !password ? t('front.passwordMissing') : undefined}
        >
          <Input.Password
            ref={passwordBox}
            size="large"
            prefix={<LockOutlined />}
            autoComplete="current-password"
            maxLength={128}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </FrontField>
        <Button type="primary" size="large" htmlType="submit" block loading={isPending}>
          {t('front.login')}
        </Button>
      </form>
      <DemoAccounts onPick={fill} />
    </Front>
  )
}
