// A thread of its own, started by in-time.ts: answers one question after the other.
import type { Config } from '../model/config.ts'
import { doTasks } from '../model/thread.ts'
import { answer, type Question } from './answer.ts'

doTasks(({ question, config }: { readonly question: Question; readonly config: Config }) => answer(question, config))
