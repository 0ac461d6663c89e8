// Stands in for antd's helper that writes <style> elements at run time (scroll lock, variables of a
// component seen first): the same rules go into constructed style sheets, which a strict
// content security policy (`style-src 'self'`) allows.
const sheets = new Map()

export function updateCSS(css, key) {
  let sheet = sheets.get(key)
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheets.set(key, sheet)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }
  sheet.replaceSync(css)
  // Callers only mark the element they get back; it never enters the document.
  return document.createElement('style')
}

export function removeCSS(key) {
  const sheet = sheets.get(key)
  if (!sheet) return
  sheets.delete(key)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
}

export const injectCSS = (css) => updateCSS(css, Symbol('injected'))
export function clearContainerCache() {}
