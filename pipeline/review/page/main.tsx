import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { ReviewArticle, ReviewListing } from '../state.ts'
import { listArticles, loadArticle } from './api.ts'
import { Review } from './review.tsx'
import '../../report/page/style/base.css'
import '../../report/page/style/parts.css'
import '../../report/page/style/article.css'
import './review.css'

/** All articles under review, one of them open; which one stands in the address. */
function App({ articles }: { readonly articles: readonly ReviewListing[] }) {
  const [id, open] = useState(() => decodeURIComponent(location.hash.slice(1)) || (articles[0]?.id ?? ''))
  const [article, setArticle] = useState<ReviewArticle | null>(null)
  const [judged, setJudged] = useState(() => new Map(articles.map((one) => [one.id, one.judged])))
  useEffect(() => {
    setArticle(null)
    location.hash = encodeURIComponent(id)
    loadArticle(id).then(setArticle, fail)
  }, [id])
  return (
    <>
      <header class="top">
        <span class="name">claimtrace review</span>
        {articles.length > 1 && (
          <label>
            Article
            <select value={id} onChange={(event) => open(event.currentTarget.value)}>
              {articles.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title} ({judged.get(one.id) ?? 0} of {one.claims})
                </option>
              ))}
            </select>
          </label>
        )}
      </header>
      <main>{article === null ? <p>Reading …</p> : <Review key={article.id} article={article} judgedOne={(number) => setJudged((before) => new Map(before).set(article.id, number))} />}</main>
    </>
  )
}

const root = document.getElementById('app')

function fail(error: Error): void {
  root?.replaceChildren(Object.assign(document.createElement('p'), { className: 'failure', textContent: error.message }))
}

if (root !== null)
  listArticles().then((articles) => {
    root.replaceChildren()
    render(<App articles={articles} />, root)
  }, fail)
