import type { TrainingArticle } from './gold.ts'

/**
 * The fold of each article: whole months together, in stretches of about equal size, so that what is measured on a fold
 * is what other times cost. Articles without a date are dealt out in turn.
 */
export function foldsByMonth(articles: readonly TrainingArticle[], folds: number): number[] {
  const months = [...new Set(articles.map((a) => a.gold.month))].sort()
  if (months.length < folds) return articles.map((_, i) => i % folds)
  const size = new Map(months.map((m) => [m, articles.filter((a) => a.gold.month === m).length]))
  const foldOf = new Map<string, number>()
  let fold = 0
  let held = 0
  months.forEach((month, i) => {
    const own = size.get(month)!
    const full = held + own / 2 > articles.length / folds
    const needed = months.length - i <= folds - 1 - fold
    if (held > 0 && fold < folds - 1 && (full || needed)) [fold, held] = [fold + 1, 0]
    foldOf.set(month, fold)
    held += own
  })
  return articles.map((a) => foldOf.get(a.gold.month)!)
}
