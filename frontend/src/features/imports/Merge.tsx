import { useNavigate } from '@tanstack/react-router'
import { Button, Form, Input, Modal } from 'antd'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportDetail } from '@/api/gen/types.gen'
import { count } from '@/lib/money'
import { FormErrors } from '@/ui/form/FormErrors'
import { submitOnCtrlEnter } from '@/ui/form/keys'
import { problemText } from '@/ui/problem'
import { POVERTY_STATES } from './FirstLoad'
import { useMerge } from './queries'

/** In which state and of which year the households that are not registered yet will enter. */
function saidOfNew(t: TFunction, { options: { poverty_state, year } }: ImportDetail): string {
  const state = POVERTY_STATES.find((code) => code === poverty_state) ?? 'poor'
  const words = t(`imports.povertyStates.${state}`)
  return year ? `${words}${t('ui.comma')}${t('imports.ofYear', { year })}` : words
}

/** What will be written and what stays back is read once more, then it is done as a whole. */
export function Merge({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [form] = Form.useForm<{ document?: string }>()
  const navigate = useNavigate()
  const { mutate, isPending, error } = useMerge(batch.id, () => {
    setAsked(false)
    const shown = { part: 'records', action: 'merged', page: undefined, severity: undefined }
    void navigate({ to: '.', search: (was) => ({ ...was, ...shown }) as never, replace: true })
  })
  const { new: fresh = 0, changed = 0, held = 0 } = batch.counts
  return (
    <>
      <Button
        color="primary"
        variant="solid"
        disabled={fresh + changed === 0}
        onClick={() => setAsked(true)}
      >
        {t('imports.merge')}
      </Button>
      <Modal
        open={asked}
        title={t('imports.mergeTitle')}
        okText={t('imports.mergeNow', { n: count(fresh + changed) })}
        cancelText={t('ui.cancel')}
        okButtonProps={{ loading: isPending, autoFocus: true }}
        onOk={form.submit}
        onCancel={() => setAsked(false)}
      >
        <FormErrors lines={error ? [problemText(error)] : []} />
        <p>{t('imports.mergeSays', { fresh: count(fresh), changed: count(changed) })}</p>
        {fresh ? <p>{t('imports.mergeLoad', { said: saidOfNew(t, batch) })}</p> : null}
        {held ? <p>{t('imports.mergeHeld', { n: count(held) })}</p> : null}
        <Form
          form={form}
          layout="vertical"
          className="import-basis"
          onKeyDown={submitOnCtrlEnter(form)}
          onFinish={({ document }) => {
            const basis = document?.trim()
            mutate(basis ? { document: basis } : {})
          }}
        >
          <Form.Item name="document" label={t('imports.document')} help={t('imports.documentHelp')}>
            <Input maxLength={120} placeholder={batch.options.document ?? ''} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  )
}
