import { UploadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { problemText } from '@/ui/problem'
import { upload } from './queries'

interface Props {
  id?: string
  /** The id of the stored file. */
  value?: string
  onChange?: (attachmentId: string | undefined) => void
}

/** A scan goes to the server when it is chosen; the form holds its id only. */
export function ScanInput({ id, onChange }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: upload,
    onMutate: () => onChange?.(undefined),
    onSuccess: (stored) => onChange?.(stored.id),
  })
  return (
    <>
      <input
        ref={input}
        id={id}
        type="file"
        className="sr fund-file"
        accept="application/pdf,image/png,image/jpeg"
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) mutate(file)
        }}
      />
      {/* The browser's own button speaks the browser's language; this one stands in for the eye. */}
      <Button
        aria-hidden
        tabIndex={-1}
        icon={<UploadOutlined />}
        loading={isPending}
        onClick={() => input.current?.click()}
      >
        {t('funds.step.choose')}
      </Button>
      <div role="status" className="sub">
        {isPending
          ? t('funds.step.uploading')
          : data
            ? t('funds.step.uploaded', { name: data.file_name })
            : t('funds.step.scanHint')}
      </div>
      {error ? (
        <div role="alert" className="fund-fault">
          {problemText(error)}
        </div>
      ) : null}
    </>
  )
}
