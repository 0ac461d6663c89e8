import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { idempotent, newKey } from '@/api/client'
import { exportHouseholds } from '@/api/gen/sdk.gen'
import { useWorkPlaceId } from '@/lib/workPlace'
import { DayInput } from '@/ui/form/DayInput'
import { FormErrors } from '@/ui/form/FormErrors'
import { JobFollow } from '@/ui/JobFollow'
import { problemText } from '@/ui/problem'
import { useMay } from '../queries'

/** What to export, and the job that makes it. Loaded only when asked for. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const place = useWorkPlaceId()
  const ids = { at: useId(), reason: useId() }
  const mayClear = useMay('households:export-clear')
  const [subject, setSubject] = useState<'household' | 'member'>('household')
  const [at, setAt] = useState<string>()
  const [clear, setClear] = useState(false)
  const [reason, setReason] = useState('')
  const [key] = useState(newKey)
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async () => {
      const body = { subject, clear, reason, place: place ?? null, at: at ?? null }
      return (await exportHouseholds({ body, headers: idempotent(key), throwOnError: true })).data
    },
  })
  return (
    <Modal
      open
      title={t('exports.title')}
      okText={t('exports.start')}
      cancelText={t('ui.close')}
      onCancel={onClose}
      onOk={() => mutate()}
      okButtonProps={{
        loading: isPending,
        disabled: Boolean(data) || (clear && reason.trim().length < 2),
      }}
    >
      <p className="sub">{t('exports.what')}</p>
      <FormErrors lines={error ? [problemText(error)] : []} />
      <Radio.Group
        aria-label={t('exports.subject')}
        value={subject}
        disabled={Boolean(data)}
        onChange={({ target }) => setSubject(target.value as typeof subject)}
        options={(['household', 'member'] as const).map((value) => ({
          value,
          label: t(`exports.${value}`),
        }))}
      />
      <p>
        <label htmlFor={ids.at}>{t('exports.at')}</label>
        <DayInput id={ids.at} value={at ?? null} onChange={setAt} disabled={Boolean(data)} />
      </p>
      {mayClear ? (
        <p>
          <Checkbox checked={clear} onChange={({ target }) => setClear(target.checked)}>
            {t('exports.clear')}
          </Checkbox>
        </p>
      ) : null}
      {clear ? (
        <p>
          <label htmlFor={ids.reason}>{t('exports.reason')}</label>
          <Input
            id={ids.reason}
            value={reason}
            maxLength={200}
            onChange={({ target }) => setReason(target.value)}
          />
          <span className="sub">{t('exports.clearNote')}</span>
        </p>
      ) : null}
      {data ? <JobFollow id={data.job_id} /> : null}
    </Modal>
  )
}
