import { useBlocker } from '@tanstack/react-router'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'

/** Asks before typed text is lost, on the way to another page and before the tab closes. */
export function useUnsavedGuard(dirty: boolean): void {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  useBlocker({
    disabled: !dirty,
    enableBeforeUnload: dirty,
    shouldBlockFn: async ({ current, next }) => {
      // Only the filter or the place changed: the form stays.
      if (current.pathname === next.pathname) return false
      const leave = await modal.confirm({
        title: t('ui.form.unsaved'),
        content: t('ui.form.unsavedWhy'),
        okText: t('ui.form.leave'),
        okButtonProps: { danger: true },
        cancelText: t('ui.form.stay'),
      })
      return !leave
    },
  })
}
