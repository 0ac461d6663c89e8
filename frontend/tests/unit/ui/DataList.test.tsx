import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import type { GridColumn } from '@/ui/grid/columns'
import { NOTHING } from '@/ui/grid/selection'
import { DataList } from '@/ui/list/DataList'
import { show } from '../show'

interface Village {
  id: string
  name: string
}
const rows = [
  { id: 'v1', name: '北港村' },
  { id: 'v2', name: '宋皇村' },
]
const columns: GridColumn<Village>[] = [
  { id: 'name', title: '村', width: 120, sortable: true, cell: ({ name }) => name },
  { id: 'id', title: '编号', width: 80, hidden: true, cell: ({ id }) => id },
]
const filters = [
  {
    key: 'mark',
    label: '标记',
    kind: 'multi' as const,
    options: [
      { value: 'poor', label: '省定贫困村' },
      { value: 'key', label: '重点村' },
    ],
  },
]

function List({
  start,
  onExport,
}: {
  start: object
  onExport?: (columns: readonly string[]) => void
}) {
  const [search, setSearch] = useState<Record<string, unknown>>({ ...start })
  const [selection, setSelection] = useState(NOTHING)
  return (
    <>
      <DataList
        id="villages"
        label="村"
        columns={columns}
        rowId={({ id }) => id}
        query={{
          data: { items: rows, total: 300 },
          error: null,
          isPending: false,
          isFetching: false,
          refetch: () => undefined,
        }}
        search={search}
        onSearch={(patch) => setSearch({ ...search, ...patch })}
        filters={filters}
        selection={selection}
        onSelection={setSelection}
        {...(onExport && { onExport })}
      />
      <output>{JSON.stringify(search)}</output>
    </>
  )
}
const address = () => JSON.parse(document.querySelector('output')?.textContent ?? '{}')

test('a chip taken off narrows no more, starts at page one and lets the selection go', async () => {
  show(<List start={{ mark: ['poor', 'key'], page: 3, place: 'p' }} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('checkbox', { name: '选择本页' }))
  await user.click(screen.getByRole('button', { name: '选择符合条件的全部 300 条' }))
  expect(screen.getByText('已选 300 条')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: '去掉条件“省定贫困村”' }))
  expect(address()).toEqual({ mark: ['key'], place: 'p' })
  expect(screen.queryByText(/已选/)).toBeNull()
  await user.click(screen.getByRole('button', { name: '重置' }))
  expect(address()).toEqual({ place: 'p' })
})

test('sorting keeps the filters and starts at page one', async () => {
  show(<List start={{ mark: ['key'], page: 2 }} />)
  await userEvent.setup().click(screen.getByRole('button', { name: /^村/ }))
  expect(address()).toEqual({ mark: ['key'], sort: 'name' })
})

test('a saved view brings its question back and leaves the place alone', async () => {
  show(<List start={{ mark: ['key'], sort: '-name', page: 4, place: 'p' }} />)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: /常用查询$/ }))
  await user.type(screen.getByRole('textbox', { name: '给当前条件起个名字' }), '重点村{Enter}')
  expect(await screen.findByRole('button', { name: '重点村' })).toBeInTheDocument()
  expect(localStorage.getItem('jingzhun:views:villages')).toBe(
    JSON.stringify([{ name: '重点村', state: { mark: ['key'], sort: '-name' } }]),
  )
  await user.click(screen.getByRole('button', { name: '重置' }))
  await user.click(screen.getByRole('button', { name: /常用查询$/ }))
  await user.click(screen.getByRole('button', { name: '重点村' }))
  expect(address()).toEqual({ mark: ['key'], sort: '-name', place: 'p' })
})

test('an export takes the columns one sees', async () => {
  const onExport = vi.fn()
  show(<List start={{}} onExport={onExport} />)
  await userEvent.setup().click(screen.getByRole('button', { name: /导出$/ }))
  expect(onExport).toHaveBeenCalledWith(['name'])
})
