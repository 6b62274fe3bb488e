/** A page to try the server in: text in, claims out. It loads nothing from elsewhere, and shows text as text. */
export const TRY_IT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>claimtrace</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
textarea { width: 100%; min-height: 12rem; font: inherit; box-sizing: border-box }
button { font: inherit; padding: .4rem 1rem }
li { margin: .6rem 0 }
small { opacity: .8 }
</style>
<h1>claimtrace</h1>
<form id="form"><label for="text">Text of a news article</label>
<textarea id="text" required>&ldquo;We will appeal,&rdquo; said Jane Doe.</textarea>
<p><button>Who said what?</button></form>
<p id="status" role="status"></p>
<ol id="claims"></ol>
<script>
const byId = (id) => document.getElementById(id)
byId('form').addEventListener('submit', async (event) => {
  event.preventDefault()
  byId('status').textContent = 'Reading …'
  byId('claims').replaceChildren()
  const response = await fetch('/annotate', { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8' }, body: byId('text').value })
  const answer = await response.json()
  if (!response.ok) return void (byId('status').textContent = answer.error)
  const names = new Map(answer.speakers.map((speaker) => [speaker.id, speaker.name]))
  byId('status').textContent = answer.claims.length + (answer.claims.length === 1 ? ' claim' : ' claims')
  for (const claim of answer.claims) {
    const item = document.createElement('li')
    const about = document.createElement('small')
    const stance = claim.stance.map((each) => each.label + ': ' + each.target.text)
    about.textContent = [claim.speaker.ids.map((id) => names.get(id)).join(', ') || 'not named', claim.kind, claim.commitment.label, ...stance].join(' · ')
    item.append(claim.content.map((span) => span.exact).join(' … '), document.createElement('br'), about)
    byId('claims').append(item)
  }
})
</script>
`
