import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'

const SHEET = [
  ['Ctrl K', 'search'],
  ['/', 'list'],
  ['j k ↓ ↑', 'move'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['Space', 'peek'],
  ['Ctrl Enter', 'submit'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open title={t('app.shortcuts.title')} footer={null} onCancel={onClose} width={420}>
      <dl className="shortcuts">
        {SHEET.map(([keys, what]) => (
          <div key={what}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`app.shortcuts.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
