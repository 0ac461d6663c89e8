import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { changePassword, meQuery } from '@/api/account'
import { session } from '@/api/session'
import { FormErrors } from '@/ui/form/FormErrors'
import { useServerErrors } from '@/ui/form/serverErrors'
import { Front } from './Front'

const SHORTEST = 12
interface Entry {
  current: string
  new: string
  again: string
}

function usePasswordChange(onProblem: (error: unknown) => void) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ current, new: next }: Entry) => changePassword({ current, new: next }),
    onSuccess: async () => {
      // The tokens of before are void now, this one's too.
      await session.refresh()
      queries.removeQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: '/' })
    },
    onError: onProblem,
  })
}

export function PasswordPage() {
  const { t } = useTranslation()
  const must = useQuery(meQuery).data?.must_change_password ?? false
  const [form] = Form.useForm<Entry>()
  const { lines, show, clear } = useServerErrors(form)
  const { mutate, isPending } = usePasswordChange(show)
  const sameAsNew = async (_: unknown, value: string) => {
    if (value !== form.getFieldValue('new')) throw new Error(t('front.repeatDiffers'))
  }
  return (
    <Front title={t('app.pages.password')} hint={t('front.passwordRule')}>
      {must ? (
        <Alert className="form-errors" type="info" showIcon title={t('front.passwordFirst')} />
      ) : null}
      <FormErrors lines={lines} />
      <Form
        form={form}
        layout="vertical"
        size="large"
        requiredMark={false}
        onFinish={(entry) => {
          clear()
          mutate(entry)
        }}
      >
        <Form.Item
          name="current"
          label={t(must ? 'front.oneTimePassword' : 'front.currentPassword')}
          rules={[{ required: true, message: t('front.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
        </Form.Item>
        <Form.Item
          name="new"
          label={t('front.newPassword')}
          rules={[{ required: true, min: SHORTEST, message: t('front.passwordTooShort') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('front.repeatPassword')}
          dependencies={['new']}
          rules={[{ validator: sameAsNew }]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={isPending}>
          {t('front.savePassword')}
        </Button>
      </Form>
    </Front>
  )
}
