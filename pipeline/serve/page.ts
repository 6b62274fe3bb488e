const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d8d4cc, #4a4742); --soft: light-dark(#f4f1ea, #262421); --mark: light-dark(#ffe9a8, #5c4a12); --strong: light-dark(#ffc93c, #a07800); --accent: light-dark(#1d4f7c, #8cc4f2) }
* { box-sizing: border-box }
body { font: 1rem/1.55 system-ui, sans-serif; max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; background: light-dark(#fff, #191816); color: light-dark(#1f1e1b, #eceae5) }
h1 { font-size: 1.35rem; margin: 0 } h2 { font-size: 1rem; margin: 0 0 .5rem }
header p { margin: .15rem 0 1.25rem; opacity: .8 }
label { display: block; font-weight: 600; margin-bottom: .35rem }
textarea { width: 100%; min-height: 11rem; font: inherit; padding: .7rem .8rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--soft); color: inherit; resize: vertical }
button { font: inherit; font-weight: 600; padding: .45rem 1.1rem; border: 0; border-radius: .5rem; background: var(--accent); color: light-dark(#fff, #10202d); cursor: pointer }
button:disabled { opacity: .6; cursor: default }
.act { display: flex; gap: 1rem; align-items: center; margin: .6rem 0 1.4rem; flex-wrap: wrap }
#status { margin: 0 } .failed { color: light-dark(#a3201a, #ff9d95) }
#result { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem }
@media (max-width: 50rem) { #result { grid-template-columns: minmax(0, 1fr) } }
[hidden] { display: none !important }
#read { white-space: pre-wrap; overflow-wrap: anywhere }
mark { background: var(--mark); color: inherit; border-radius: .2rem; padding: .05em 0 } mark.on { background: var(--strong) }
ol { list-style: none; margin: 0; padding: 0 }
li { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; margin-bottom: .6rem; overflow-wrap: anywhere }
li:hover, li:focus-visible, li.on { border-color: var(--accent); outline: 0; box-shadow: 0 0 0 1px var(--accent) }
li p { margin: 0 } .who { font-weight: 600 } .who span { font-weight: 400; opacity: .8 }
.tags { display: flex; flex-wrap: wrap; gap: .35rem; margin-top: .35rem !important; font-size: .85rem }
.tags span { background: var(--soft); border: 1px solid var(--line); border-radius: 1rem; padding: 0 .55rem }
footer { margin-top: 2rem; font-size: .85rem; opacity: .8 } code { background: var(--soft); padding: .1em .3em; border-radius: .25rem }
`

const SCRIPT = `
const byId = (id) => document.getElementById(id)
const element = (name, text, className) => Object.assign(document.createElement(name), { textContent: text, className: className ?? '' })
const say = (text, failed) => Object.assign(byId('status'), { textContent: text, className: failed ? 'failed' : '' })

byId('form').addEventListener('submit', async (event) => {
  event.preventDefault()
  const text = byId('text').value
  const isPage = /^\\s*<(?:!doctype|html)/i.test(text)
  byId('go').disabled = true
  byId('result').hidden = true
  say('Reading …')
  try {
    const response = await fetch('/annotate', { method: 'POST', headers: { 'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8' }, body: text })
    const answer = await response.json()
    if (!response.ok) say(answer.error, true)
    else show(answer, isPage ? null : text)
  } catch {
    say('The server does not answer. Does claimtrace serve still run?', true)
  } finally {
    byId('go').disabled = false
  }
})

function show({ claims, speakers, problems }, text) {
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker.name]))
  const odd = problems.filter(({ code }) => code.startsWith('read/')).map(({ message }) => message)
  say([claims.length === 0 ? 'No claims: the text attributes nothing to anybody.' : claims.length === 1 ? '1 claim' : claims.length + ' claims', ...odd].join(' · '))
  byId('claims').replaceChildren(...claims.map((claim) => claimItem(claim, names)))
  byId('read').replaceChildren(...(text === null ? ['The text of a page is not shown.'] : marked(text, claims)))
  byId('result').hidden = claims.length === 0
}

function claimItem(claim, names) {
  const item = element('li', '')
  item.tabIndex = 0
  const who = element('p', claim.speaker.ids.map((id) => names.get(id)).join(', ') || 'not named', 'who')
  if (claim.cue) who.append(element('span', ' ' + claim.cue.exact))
  if (claim.chain.length > 0) who.append(element('span', ' · through ' + claim.chain.map(({ name }) => name).join(', ')))
  const tags = element('p', '', 'tags')
  tags.append(...[claim.kind, claim.commitment.label, ...claim.stance.map(({ label, target }) => label + ': ' + target.text), 'confidence ' + claim.confidence.toFixed(2)].map((tag) => element('span', tag)))
  item.append(who, element('p', claim.content.map(({ exact }) => exact).join(' … ')), tags)
  for (const [type, on] of [['mouseenter', true], ['focus', true], ['mouseleave', false], ['blur', false]]) item.addEventListener(type, () => light(claim.id, on))
  item.dataset.claim = claim.id
  return item
}

function light(id, on) {
  for (const mark of document.querySelectorAll('mark')) mark.classList.toggle('on', on && mark.dataset.claims.split(' ').includes(id))
}

/** The text in pieces; each piece that is content of claims is marked with their ids. Offsets are UTF-16, as strings here are. */
function marked(text, claims) {
  const cuts = [...new Set([0, text.length, ...claims.flatMap(({ content }) => content.flatMap(({ start, end }) => [start, end]))])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const piece = text.slice(start, cuts[i + 1])
    const ids = claims.filter(({ content }) => content.some((span) => span.start <= start && start < span.end)).map(({ id }) => id)
    if (ids.length === 0) return piece
    const mark = element('mark', piece)
    mark.dataset.claims = ids.join(' ')
    return mark
  })
}
`

/** A page to try the server in: text in, claims out. It loads nothing from elsewhere, and shows text as text. */
export const TRY_IT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>claimtrace</title>
<style>${STYLE}</style>
<header><h1>claimtrace</h1><p>Who said what, who is for or against it? The text goes to this server only.</p></header>
<main>
<form id="form"><label for="text">Text of a news article (or a page’s HTML)</label>
<textarea id="text" required spellcheck="false">Mayor Jane Doe opposes the new bridge. “We will appeal,” she told the Hill Town News on Monday. The company said that the bridge would open in May.</textarea>
<div class="act"><button id="go">Who said what?</button><p id="status" role="status"></p></div></form>
<div id="result" hidden><section><h2>Claims</h2><ol id="claims"></ol></section><section><h2>Text</h2><div id="read"></div></section></div>
</main>
<footer>For programs: <code>POST /annotate</code> (text, HTML or JSON), <code>POST /link</code>, <code>GET /schema</code>, <code>GET /healthz</code>.</footer>
<script>${SCRIPT}</script>
</html>
`
