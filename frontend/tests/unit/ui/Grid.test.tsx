import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { type GridColumn, useGridLayout } from '@/ui/grid/columns'
import { Grid } from '@/ui/grid/Grid'
import { NOTHING, type Selection } from '@/ui/grid/selection'

interface Person {
  id: string
  name: string
}
const people = Array.from({ length: 1000 }, (_, i) => ({ id: `p${i}`, name: `甲${i}` }))
const columns: GridColumn<Person>[] = [
  { id: 'name', title: '姓名', width: 100, sortable: true, cell: ({ name }) => name },
]
const rowId = ({ id }: Person) => id

interface Spies {
  onOpen?: (person: Person) => void
  onSort?: (column: string) => void
  onPeek?: (person: Person) => void
  seen?: (selection: Selection) => void
}
function List({ onOpen, onSort, onPeek, seen }: Spies) {
  const layout = useGridLayout('people', columns)
  const [selection, setSelection] = useState(NOTHING)
  return (
    <Grid
      label="名单"
      layout={layout}
      rows={people}
      rowId={rowId}
      total={5000}
      offset={100}
      sort="-name"
      selection={selection}
      onSelection={(next) => {
        setSelection(next)
        seen?.(next)
      }}
      {...(onOpen && { onOpen })}
      {...(onPeek && { onPeek })}
      {...(onSort && { onSort })}
    />
  )
}

test('a thousand rows are few in the page, and the grid says how many there are', () => {
  render(<List />)
  const grid = screen.getByRole('grid', { name: '名单' })
  expect(grid).toHaveAttribute('aria-rowcount', '5001')
  const rows = within(grid).getAllByRole('row')
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.length).toBeLessThan(80)
  expect(rows[1]).toHaveAttribute('aria-rowindex', '102')
})

const chosen = (seen: ReturnType<typeof vi.fn>) =>
  (seen.mock.lastCall as [Selection] | undefined)?.[0].ids ?? []

test('by keyboard: move, select, open', async () => {
  const onOpen = vi.fn()
  const seen = vi.fn()
  render(<List onOpen={onOpen} seen={seen} />)
  const user = userEvent.setup()
  screen.getByRole('grid').focus()
  await user.keyboard('jj{ArrowDown}k')
  await user.keyboard('x')
  expect([...chosen(seen)]).toEqual(['p1'])
  await user.keyboard('j[Space]')
  expect([...chosen(seen)]).toEqual(['p1', 'p2'])
  await user.keyboard('{Enter}')
  expect(onOpen).toHaveBeenCalledWith(people[2])
  const row = document.getElementById(
    screen.getByRole('grid').getAttribute('aria-activedescendant') ?? '',
  )
  expect(row).toHaveTextContent('甲2')
  expect(row).toHaveAttribute('aria-selected', 'true')
})

test('space peeks where there is something to peek at', async () => {
  const onPeek = vi.fn()
  const seen = vi.fn()
  render(<List onPeek={onPeek} seen={seen} />)
  screen.getByRole('grid').focus()
  await userEvent.setup().keyboard('j[Space]')
  expect(onPeek).toHaveBeenCalledWith(people[0])
  expect(seen).not.toHaveBeenCalled()
})

test('the head says the order and asks for another', async () => {
  const onSort = vi.fn()
  render(<List onSort={onSort} />)
  expect(screen.getByRole('columnheader', { name: /姓名/ })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await userEvent.setup().click(screen.getByRole('button', { name: /姓名/ }))
  expect(onSort).toHaveBeenCalledWith('name')
})

test('columns are remembered', () => {
  localStorage.setItem('jingzhun:grid:people', JSON.stringify({ name: { width: 333 } }))
  const { container } = render(<List />)
  expect(container.querySelectorAll('col')[1]).toHaveStyle({ width: '333px' })
})
