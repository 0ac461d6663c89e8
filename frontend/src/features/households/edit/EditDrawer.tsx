import { App, Drawer, type FormInstance } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpen } from '../record/go'

const leave = { edit: undefined }

/** Closes when it has been saved; before that it asks if anything was typed. */
export function useClosing<V>(form: FormInstance<V>, saved: boolean): () => void {
  const { t } = useTranslation()
  const { modal, message } = App.useApp()
  const open = useOpen()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the moment of saving matters.
  useEffect(() => {
    if (!saved) return
    void message.success(t('households.edit.saved'))
    open(leave, true)
  }, [saved])
  return () => {
    if (!form.isFieldsTouched()) return open(leave, true)
    void modal.confirm({
      title: t('ui.form.unsaved'),
      content: t('ui.form.unsavedWhy'),
      okText: t('ui.form.leave'),
      okButtonProps: { danger: true },
      cancelText: t('ui.form.stay'),
      onOk: () => open(leave, true),
    })
  }
}

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

export function EditDrawer({ title, onClose, children }: Props) {
  return (
    <Drawer
      open
      size={720}
      title={title}
      mask={{ closable: false }}
      onClose={onClose}
      className="edit-drawer"
    >
      {children}
    </Drawer>
  )
}
