import { SafetyCertificateOutlined } from '@ant-design/icons'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '@/ui/LinkButton'
import { PageHead } from '@/ui/PageHead'
import { EntryList } from './EntryList'

/** Who did what, when and from where. Nothing in it can be changed. */
export function JournalPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/audit' })
  return (
    <>
      <PageHead
        title={t('journal.titles.journal')}
        actions={
          <LinkButton to="/audit/proof" icon={<SafetyCertificateOutlined />}>
            {t('journal.proof.title')}
          </LinkButton>
        }
      >
        <span className="sub">{t('journal.what')}</span>
      </PageHead>
      <EntryList log="journal" search={search} />
    </>
  )
}
