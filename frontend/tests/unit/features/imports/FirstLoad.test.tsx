import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { AS_USUAL, FirstLoad, type Load, said } from '@/features/imports/FirstLoad'
import { show } from '../../show'

test('what nobody filled in is left to the roster', () => {
  expect(said(AS_USUAL)).toEqual({ poverty_state: 'poor' })
  expect(said({ state: 'exited', year: 2016, document: ' 台账 ' })).toEqual({
    poverty_state: 'exited',
    year: 2016,
    document: '台账',
  })
})

test('state, year and paper of the initial load are asked together', () => {
  const heard = vi.fn()
  function Box() {
    const [load, setLoad] = useState<Load>(AS_USUAL)
    heard(said(load))
    return <FirstLoad load={load} onChange={setLoad} />
  }
  show(<Box />)
  fireEvent.click(screen.getByLabelText('已脱贫'))
  fireEvent.change(screen.getByLabelText('脱贫年度'), { target: { value: '2016' } })
  fireEvent.change(screen.getByLabelText('建档依据文件'), { target: { value: '2016年台账' } })
  expect(heard).toHaveBeenLastCalledWith({
    poverty_state: 'exited',
    year: 2016,
    document: '2016年台账',
  })
})
