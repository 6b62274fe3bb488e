import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeReports } from '../../pipeline/8-links/origins/merge.ts'
import type { ToKeep } from '../../pipeline/8-links/past.ts'
import { reportedBefore, ReportedOrigins, type Reported } from '../../pipeline/8-links/origins/reported.ts'
import { hashOf } from '../../pipeline/model/hash.ts'
import { wholeOf } from '../../pipeline/model/columns.ts'
import type { Origin } from '../../pipeline/model/schema.ts'
import { written } from './past.ts'

const originOf = (group: number, i: number): Origin => ({
  id: `o${String(100 * group + i + 1).padStart(12, '0')}`, kind: 'report', name: 'Harbour Times', members: [{ article: `a${group}`, claim: `c${i}` }], evidence: [{ article: `a${group}`, start: i, end: i + 1, exact: 'H' }],
})

/** Groups of origins that join these reports, each group with one more that joins none. */
const groupsOf = (reports: readonly (readonly (readonly string[])[])[]): readonly Reported[] =>
  reports.map((some, group) => ({ ids: [...some.keys(), some.length].map((i) => originOf(group, i).id), joining: some.map((own, i) => ({ origin: originOf(group, i), reports: own })) }))

function reportedBy(groups: readonly Reported[]): ReportedOrigins {
  const reported = new ReportedOrigins()
  groups.forEach((group, i) => reported.add(2 * i, group))
  reported.merge()
  return reported
}

/** What groups' origins are and go by, and how many of each group are others'. */
const answerOf = (reported: ReportedOrigins, groups: readonly Reported[]) => ({
  origins: groups.flatMap(({ joining }, i) => joining.flatMap(({ origin }) => reported.originOf(2 * i, origin) ?? [])),
  ids: groups.map(({ ids }, i) => ids.map((id) => reported.idOf(2 * i, id))),
  others: groups.map((_, i) => reported.othersIn(2 * i)),
})

const expected = (groups: readonly Reported[]) => {
  const { origins, idOf } = mergeReports(groups.map(({ joining }) => ({ origins: joining.map(({ origin }) => origin), reports: joining.map(({ reports }) => reports) })))
  return { origins, ids: groups.map(({ ids }) => ids.map(idOf)), others: groups.map(({ joining }) => joining.filter(({ origin }) => idOf(origin.id) !== origin.id).length) }
}

const someReport = fc.integer({ min: 0, max: 12 }).map((n) => `a${n}\nreport 0`)
const someGroups = fc.array(fc.array(fc.array(someReport, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), { maxLength: 12 }).map(groupsOf)

const wholeIn = (kept: ToKeep) => Object.fromEntries(Object.entries(written(kept).numbers).map(([name, column]) => [name, wholeOf(column)]))

describe('origins that join reports', () => {
  it('are merged as all of them together are', () => {
    fc.assert(fc.property(someGroups, (groups) => {
      expect(answerOf(reportedBy(groups), groups)).toEqual(expected(groups))
    }))
  })

  it('are the same where groups stand alone', () => {
    fc.assert(fc.property(someGroups, (groups) => {
      const before = reportedBy(groups)
      const kept = before.kept
      const reported = reportedBefore(written(kept))
      const again = new ReportedOrigins()
      const whole = new ReportedOrigins()
      groups.forEach(({ ids, joining }, i) => {
        expect(reported(2 * i + 1)).toBeNull()
        const own = reported(2 * i)
        if (joining.length === 0) {
          expect(own).toBeNull()
          return
        }
        expect(again.addAlone(2 * i, own!)).toBe(ids.length)
        whole.addWhole(2 * i, own!)
        for (const { origin } of joining) expect(again.wasFirst(2 * i, origin)).toBe(before.idOf(2 * i, origin.id) === origin.id)
      })
      for (const each of [again, whole]) {
        each.merge()
        expect(wholeIn(each.kept)).toEqual(wholeIn(kept))
      }
      expect(answerOf(again, groups)).toEqual(expected(groups))
    }))
  })

  it('are two where hashes of two reports are the same as far as they are compared', () => {
    const seen = new Map<number, string>()
    for (let n = 0; ; n++) {
      const report = `a${n}\nreport 0`
      const other = seen.get(hashOf(report) >>> 6)
      seen.set(hashOf(report) >>> 6, report)
      if (other === undefined) continue
      const groups = groupsOf([[[other]], [[report]]])
      expect(answerOf(reportedBy(groups), groups)).toEqual(expected(groups))
      expect(expected(groups).others).toEqual([0, 0])
      return
    }
  })
})
