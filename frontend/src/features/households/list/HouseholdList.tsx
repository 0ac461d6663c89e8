import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList } from '@/ui/list/DataList'
import { memory } from '../memory'
import { useFound } from './useFound'
import { useListed } from './useListed'

const Peek = lazy(async () => ({ default: (await import('./Peek')).Peek }))

/** One list in two states, so that the search box keeps the focus when the rows change kind. */
export function HouseholdList() {
  const { t } = useTranslation()
  const [text, setText] = useState(memory.text)
  const [peeked, setPeeked] = useState<string>()
  // Once it has been there it stays, so that the focus goes back to the list.
  const [wanted, want] = useState(false)
  const peek = (id: string) => {
    want(true)
    setPeeked(id)
  }
  const box = {
    label: t('households.search.label'),
    value: text,
    onSearch: (next: string) => {
      Object.assign(memory, { text: next, row: undefined })
      setText(next)
    },
  }
  const listed = useListed(peek)
  const found = useFound(text, peek)
  return (
    <>
      {text ? <DataList {...found} box={box} /> : <DataList {...listed} box={box} />}
      {wanted ? (
        <Suspense fallback={null}>
          <Peek id={peeked} onClose={() => setPeeked(undefined)} />
        </Suspense>
      ) : null}
    </>
  )
}
