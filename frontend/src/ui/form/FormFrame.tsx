/** A form as every form of the product behaves; the fields are its children. */
import { Button, Form, type FormInstance, type FormProps } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from './draft'
import { FormErrors } from './FormErrors'
import { useUnsavedGuard } from './guard'
import { submitOnCtrlEnter } from './keys'
import './form.css'

interface Props<Values> {
  form: FormInstance<Values>
  initialValues?: FormProps<Values>['initialValues']
  onSubmit: (values: Values) => void
  pending: boolean
  /** Errors without a field, from `useServerErrors`. */
  lines: readonly string[]
  submitText?: string
  onCancel?: () => void
  /** Keeps typed values over a reload, all but the personal fields. */
  draft?: { key: string; personal: readonly string[] }
  /** True once the values are saved: leaving is then no loss. */
  saved?: boolean
  children: ReactNode
}

export function FormFrame<Values extends object>(props: Props<Values>) {
  const { t } = useTranslation()
  const { form, lines, pending, saved = false } = props
  const [dirty, setDirty] = useState(false)
  const draft = useDraft(form, props.draft, saved)
  useUnsavedGuard(dirty && !saved)
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      scrollToFirstError={{ focus: true, block: 'center' }}
      initialValues={props.initialValues ?? {}}
      onFinish={props.onSubmit}
      onValuesChange={() => {
        setDirty(true)
        draft.keep()
      }}
      onKeyDown={submitOnCtrlEnter(form)}
    >
      <FormErrors lines={lines} />
      {draft.restored ? (
        <p className="draft" role="status">
          {t('ui.form.restored')}
          <Button size="small" type="link" onClick={draft.discard}>
            {t('ui.form.discard')}
          </Button>
        </p>
      ) : null}
      {props.children}
      <div className="form-foot">
        {props.onCancel ? <Button onClick={props.onCancel}>{t('ui.cancel')}</Button> : null}
        <Button type="primary" htmlType="submit" loading={pending} title="Ctrl Enter">
          {props.submitText ?? t('ui.save')}
        </Button>
      </div>
    </Form>
  )
}
