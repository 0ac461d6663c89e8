import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '@/ui/list/DataList'
import { memory } from '../memory'
import { Peek } from './Peek'
import { useFound } from './useFound'
import { useListed } from './useListed'

/** One list in two states, so that the search box keeps the focus when the rows change kind. */
export function HouseholdList() {
  const { t } = useTranslation()
  const [text, setText] = useState(memory.text)
  const [peeked, setPeeked] = useState<string>()
  const box = {
    label: t('households.search.label'),
    value: text,
    onSearch: (next: string) => {
      Object.assign(memory, { text: next, row: undefined })
      setText(next)
    },
  }
  const listed = useListed(setPeeked)
  const found = useFound(text, setPeeked)
  return (
    <>
      {text ? <DataList {...found} box={box} /> : <DataList {...listed} box={box} />}
      <Peek id={peeked} onClose={() => setPeeked(undefined)} />
    </>
  )
}
