import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import type { Job } from '@/api/jobs'
import { saveFile } from '@/lib/save'
import { problemText } from '@/ui/problem'

/** The file a job made, by its name; a file that is gone says so in its place. */
export function Result({ job }: { job: Job }) {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => download(job.result_url ?? ''),
    onSuccess: ({ blob, name }) => saveFile(blob, name),
  })
  if (!job.result_url) return <span className="sub">—</span>
  if (error) return <span role="alert">{problemText(error)}</span>
  return (
    <Button
      type="link"
      size="small"
      className="job-file"
      icon={<DownloadOutlined />}
      loading={isPending}
      title={t('ui.job.result')}
      onClick={() => mutate()}
    >
      {job.result_name ?? t('ui.job.result')}
    </Button>
  )
}
