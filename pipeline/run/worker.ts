// A thread of its own, started by thread.ts: does the tasks that crew.ts gives it.
import { CorrectionsReader } from '../corrections/read.ts'
import { linesOf, type LineOptions } from './extract.ts'
import type { Given, Input } from './groups.ts'
import { settleGroup, type SettleOptions } from './settle.ts'
import { growInSteps } from '../model/heap.ts'
import { doTasks } from '../model/thread.ts'

type Task =
  | { readonly name: 'lines'; readonly group: readonly Input[]; readonly options: LineOptions }
  | { readonly name: 'settle'; readonly group: readonly Given[]; readonly options: SettleOptions }

growInSteps()
const corrections = new CorrectionsReader()

doTasks((task: Task) => (task.name === 'lines' ? linesOf(task.group, task.options, corrections) : settleGroup(task.group, task.options, corrections)))
