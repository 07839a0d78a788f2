import { getFile, hasToken } from '../client/request.ts'
import { problemFrom } from '../client/use-loaded.ts'
import { showToast } from '../components/toasts.tsx'

/** A link can send no token: where there is one, the file is fetched with it and handed to the browser. */
export function download(event: MouseEvent, path: string): void {
  if (!hasToken()) return
  event.preventDefault()
  const name = path.split('/').at(-1) ?? 'file'
  void fetchFile(path, name)
}

async function fetchFile(path: string, name: string): Promise<void> {
  try {
    const address = URL.createObjectURL(await getFile(path))
    const link = document.createElement('a')
    link.href = address
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 60_000)
  } catch (cause) {
    showToast(problemFrom(cause).detail)
  }
}
