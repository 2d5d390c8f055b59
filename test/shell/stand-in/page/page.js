// A page without Vigil: says that its script ran, and what it heard.
document.querySelector('#said').textContent = 'script'
const heard = []
window.heard = heard
window.vigil.on(event => heard.push(event))
try {
  // oxlint-disable-next-line no-eval -- to see that it is refused
  window.evaluated = (0, eval)('true')
} catch {
  window.evaluated = false
}
