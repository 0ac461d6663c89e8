import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHead } from '@/ui/PageHead'
import { EntryList } from './EntryList'

/** Who saw protected values in clear, of whom, and why. */
export function AccessPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/shell/access-log' })
  return (
    <>
      <PageHead title={t('journal.titles.access')}>
        <span className="sub">{t('journal.accessWhat')}</span>
      </PageHead>
      <EntryList log="access" search={search} />
    </>
  )
}
