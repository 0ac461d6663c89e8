import { useTranslation } from 'react-i18next'
import { byNoun, nounWord, verbWord } from './words'

/** What somebody may do, in words: "农户档案 查看、修改". */
export function May({ permissions }: { permissions: readonly string[] }) {
  const { t } = useTranslation()
  return (
    <dl className="may">
      {byNoun(permissions).map(({ noun, permissions: some }) => (
        <div key={noun}>
          <dt>{nounWord(noun)}</dt>
          <dd>{some.map(verbWord).join(t('ui.comma'))}</dd>
        </div>
      ))}
    </dl>
  )
}
