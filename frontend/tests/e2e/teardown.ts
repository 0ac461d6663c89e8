import { rmSync } from 'node:fs'

/** The data of the run: gone with it, unless somebody gave a folder to look at afterwards. */
export default function teardown(): void {
  const folder = process.env.E2E_DATA_DIR
  if (folder?.includes('jingzhun-e2e-') && !process.env.E2E_KEEP)
    rmSync(folder, { recursive: true, force: true })
}
