import { render } from 'preact'
import { App } from './app.tsx'
import { loadReport, onFailure } from './store.ts'
import './style/base.css'
import './style/parts.css'
import './style/pages.css'
import './style/article.css'

const root = document.getElementById('app')

function tell(error: Error): void {
  const line = document.createElement('p')
  line.className = 'failure'
  line.setAttribute('role', 'alert')
  line.textContent = `${error.message}. Was the folder copied whole? \`claimtrace report\` writes it again.`
  document.body.prepend(line)
}

onFailure(tell)
if (root !== null)
  loadReport().then((report) => {
    root.replaceChildren()
    render(<App report={report} />, root)
  }, tell)
