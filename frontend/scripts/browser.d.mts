export interface Browser {
  path: string
  from: string
  args: string[]
}
export function findBrowser(options?: { install?: boolean }): Promise<Browser | null>
