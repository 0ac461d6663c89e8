import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import type { HeadOut } from '@/api/gen/types.gen'
import { instant } from '@/lib/dates'
import { count } from '@/lib/money'
import { Copyable } from '@/ui/Copyable'
import { Descriptions } from '@/ui/Descriptions'
import { DownloadButton } from '@/ui/DownloadButton'

const sheet = async (name: string) => ({
  ...(await download('/api/v1/audit/head', { headers: { Accept: 'text/plain' } })),
  name,
})

/** The last entry's number and hash, to be printed, signed and kept elsewhere. */
export function Head({ head }: { head: HeadOut }) {
  const { t } = useTranslation()
  const hash = t('journal.proof.hash')
  return (
    <>
      <Descriptions
        items={[
          { key: 'seq', label: t('journal.proof.seq'), value: count(head.seq) },
          {
            key: 'at',
            label: t('journal.proof.at'),
            value: head.happened_at ? instant(head.happened_at) : '—',
          },
          {
            key: 'hash',
            label: hash,
            value: <Copyable text={head.hash} label={hash} />,
            wide: true,
          },
        ]}
      />
      <p className="sub">{t('journal.proof.keep')}</p>
      <div className="row noprint">
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          {t('journal.proof.print')}
        </Button>
        <DownloadButton fetch={() => sheet(t('journal.proof.fileName', { n: head.seq }))}>
          {t('journal.proof.export')}
        </DownloadButton>
      </div>
      <p className="sign">{t('journal.proof.sign')}</p>
    </>
  )
}
