import { LockOutlined, UserOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { login } from '@/api/account'
import { session } from '@/api/session'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { DemoAccounts } from './DemoAccounts'
import { Front } from './Front'

interface Credentials {
  username: string
  password: string
}

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

export function LoginPage() {
  const { t } = useTranslation()
  const { ended } = useSearch({ from: '/login' })
  const [form] = Form.useForm<Credentials>()
  const { mutate, isPending, isIdle, error } = useLogin()
  const fill = (username: string) => {
    form.setFieldsValue({ username })
    form.focusField('password')
  }
  return (
    <Front title={t('accounts.login')} hint={t('accounts.loginHint')}>
      <FormErrors lines={error ? [problemText(error)] : []} />
      {ended && isIdle ? (
        <Alert className="form-errors" type="info" showIcon title={t('accounts.sessionEnded')} />
      ) : null}
      <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={mutate}>
        <Form.Item
          name="username"
          label={t('accounts.username')}
          rules={[{ required: true, message: t('accounts.usernameMissing') }]}
        >
          <Input prefix={<UserOutlined />} autoComplete="username" maxLength={64} autoFocus />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('accounts.password')}
          rules={[{ required: true, message: t('accounts.passwordMissing') }]}
        >
          <Input.Password
            prefix={<LockOutlined />}
            autoComplete="current-password"
            maxLength={128}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isPending}>
          {t('accounts.login')}
        </Button>
      </Form>
      <DemoAccounts onPick={fill} />
    </Front>
  )
}
