import { useSearch } from '@tanstack/react-router'
import { Checkbox, Tree } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceOut } from '@/api/gen/types.gen'
import { SearchBox } from '@/ui/list/SearchBox'
import { StatusWord } from '@/ui/StatusWord'
import { useGo } from './go'
import { above, type Branch, branches, isWaiting } from './tree'

export function PlaceTree({ places }: { places: readonly PlaceOut[] }) {
  const { t } = useTranslation()
  const { open, waiting = false } = useSearch({ from: '/shell/places' })
  const go = useGo()
  const [text, setText] = useState('')
  const [unfolded, setUnfolded] = useState<readonly string[]>(() => [
    ...places.filter(({ kind }) => kind === 'county').map(({ id }) => id),
    ...(open ? above(places, open).map(({ id }) => id) : []),
  ])
  const narrowed = text !== '' || waiting
  const tree = useMemo(
    () =>
      branches(
        places,
        (place) => (!waiting || isWaiting(place)) && (text === '' || place.name.includes(text)),
      ),
    [places, text, waiting],
  )
  const wait = places.filter(isWaiting).length
  return (
    <section className="surface panel place-tree" aria-label={t('places.tree')}>
      <SearchBox label={t('places.find')} value={text} onSearch={setText} />
      <Checkbox
        checked={waiting}
        disabled={wait === 0 && !waiting}
        onChange={({ target }) => go({ waiting: target.checked || undefined })}
      >
        {t('places.waiting', { n: wait })}
      </Checkbox>
      {tree.length === 0 ? <p className="sub">{t('places.none')}</p> : null}
      <Tree<Branch>
        blockNode
        height={560}
        itemHeight={28}
        treeData={tree}
        expandedKeys={narrowed ? places.map(({ id }) => id) : [...unfolded]}
        onExpand={(keys) => setUnfolded(keys.map(String))}
        selectedKeys={open ? [open] : []}
        onSelect={([key]) => {
          if (key === undefined) return
          // Found by its name, it is still to be seen where it belongs.
          const upper = above(places, String(key)).map(({ id }) => id)
          setUnfolded([...new Set([...unfolded, ...upper])])
          go({ open: String(key) })
        }}
        titleRender={({ place }) => (
          <span className="branch">
            {place.name}
            {isWaiting(place) ? (
              <StatusWord status="pending">{t('places.unconfirmed')}</StatusWord>
            ) : null}
            {place.marks.map((mark) => (
              <small key={mark} className="sub">
                {t(`places.marks.${mark}`)}
              </small>
            ))}
          </span>
        )}
      />
    </section>
  )
}
