import { UploadOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import type { ImportDetail } from '@/api/gen/types.gen'
import { DownloadButton } from '@/ui/DownloadButton'
import { FormErrors } from '@/ui/form/FormErrors'
import { problemText } from '@/ui/problem'
import { Merge } from './Merge'
import { discard, isBusy, isOpen, isReviewed, useMay, useStep, useUpload } from './queries'

/** What may be done with the batch as it stands; a busy one only lets one wait. */
export function Actions({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  const mayStage = useMay('imports:stage')
  const mayMerge = useMay('imports:merge')
  const { id, state, file_until, kinds } = batch
  const open = isOpen(state) && !isBusy(state)
  return (
    <span className="row">
      {isReviewed(state) && file_until && kinds.length > 0 ? (
        <DownloadButton fetch={() => download(`/api/v1/imports/${id}/annotated.xlsx`)}>
          {t('imports.annotated')}
        </DownloadButton>
      ) : null}
      {mayStage && open ? <Again id={id} /> : null}
      {mayStage && open ? <Discard batch={batch} /> : null}
      {mayMerge && isReviewed(state) ? <Merge batch={batch} /> : null}
    </span>
  )
}

function Again({ id }: { id: string }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { mutate, isPending, error, reset } = useUpload(() => undefined, id)
  return (
    <>
      <Button icon={<UploadOutlined />} loading={isPending} onClick={() => input.current?.click()}>
        {t('imports.again')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx"
        aria-label={t('imports.again')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) mutate({ file })
          event.target.value = ''
        }}
      />
      <Modal
        open={error !== null}
        title={t('imports.again')}
        onCancel={reset}
        onOk={reset}
        okText={t('ui.close')}
        cancelButtonProps={{ hidden: true }}
      >
        <FormErrors lines={error ? [problemText(error)] : []} />
      </Modal>
    </>
  )
}

function Discard({ batch }: { batch: ImportDetail }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const { mutate, isPending, error } = useStep(
    () => discard(batch.id),
    () => setAsked(false),
  )
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t('imports.discard')}</Button>
      <Modal
        open={asked}
        title={t('imports.discardTitle', { file: batch.file_name })}
        okText={t('imports.discard')}
        cancelText={t('ui.cancel')}
        okButtonProps={{ danger: true, loading: isPending }}
        onOk={() => mutate(undefined)}
        onCancel={() => setAsked(false)}
      >
        <FormErrors lines={error ? [problemText(error)] : []} />
        <p>{t('imports.discardWhy')}</p>
      </Modal>
    </>
  )
}
