import { useTranslation } from 'react-i18next'

interface Props {
  id: string
  name: string
  town: string
  chosen: string | undefined
  onChoose: (village: string | undefined) => void
}

/** A village's name that narrows the list beside it, and once more widens it again. */
export function VillagePick({ id, name, town, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const on = chosen === id
  return (
    <button
      type="button"
      className="village-pick"
      aria-pressed={on}
      title={t(on ? 'declared.drop' : 'declared.only', { name })}
      onClick={() => onChoose(on ? undefined : id)}
    >
      <span>{name}</span>
      <small className="sub">{town}</small>
    </button>
  )
}
