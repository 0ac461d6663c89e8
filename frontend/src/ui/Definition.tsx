import { useTranslation } from 'react-i18next'
import './declared.css'

export interface Declared {
  sentence: string
  help: string
  clause_number: string
  clause_quote: string
}
interface Props {
  declared: Declared
  /** Who keeps the list or answers for the figure. */
  who?: string
}

/** 口径: what is counted, by which words of the document, and whose it is. */
export function Definition({ declared, who }: Props) {
  const { t } = useTranslation()
  const { sentence, help, clause_number, clause_quote } = declared
  return (
    <dl className="declared">
      <div>
        <dt>{t('declared.definition')}</dt>
        <dd>
          {sentence}
          {help ? <span className="sub"> {help}</span> : null}
        </dd>
      </div>
      <div>
        <dt>{t('declared.clause')}</dt>
        <dd>
          <b>{clause_number}</b> <q>{clause_quote}</q>
        </dd>
      </div>
      {who ? (
        <div>
          <dt>{t('declared.who')}</dt>
          <dd>{who}</dd>
        </div>
      ) : null}
    </dl>
  )
}
