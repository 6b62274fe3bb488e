import { wordSet } from './word-lists.ts'

/**
 * Abbreviations that end in a full stop (written here without it), by what the stop can mean. Compiled for this project from general
 * knowledge of English-language newspapers. Those with a capital count only where the text writes one (`Sun.`, but not `sun.`).
 */
export type Abbreviation = 'title' | 'number' | 'inner' | 'final'

const LISTS: Readonly<Record<Abbreviation, ReadonlySet<string>>> = {
  // Stand before a name: the stop never ends a sentence.
  title: wordSet(`
    mr mrs messrs mme mlle Ms Dr Drs Prof Profs Rev Revs Fr Hon Rt Pres Gov Govs Sen Sens Rep Reps Amb Atty Supt Insp Det Dep
    Gen Gens Lt Col Cols Maj Capt Cpt Cmdr Comdr Sgt Cpl Pvt Adm Brig Spc Pfc St Ste Mt Ft Sec Asst Assoc Dir`),
  // Stand before a number: the stop ends no sentence if one follows.
  number: wordSet(`
    no nos No Nos n° p pp par para paras art arts vol vols fig figs ch chap sect op nr approx ca c ext tel est
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`),
  // Stand within a sentence: the stop never ends one.
  inner: wordSet('e.g i.e vs v cf viz eg ie aka incl resp p.s'),
  // May end a sentence: what follows tells.
  final: wordSet(`
    jr sr esq inc Co co corp bros ltd llc plc dept univ assn etc al st ave blvd hwy Rd Ln
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn
    Tex Va Vt Wash Wis Wyo Ont Que Sask Alta
    a.m p.m ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a n.y n.j n.h n.c n.d n.m s.c s.d r.i w.va`),
}

/** Whether `word`, without its stop, is an abbreviation of the kind. Titles also count in capitals throughout (`SEN. DOE`). */
export function isAbbreviation(word: string, kind: Abbreviation): boolean {
  const list = LISTS[kind]
  if (list.has(word) || list.has(word.toLowerCase())) return true
  return kind === 'title' && word.length > 1 && word === word.toUpperCase() && list.has(word[0] + word.slice(1).toLowerCase())
}

/** Words that are likely to begin a sentence where an abbreviation stands before them, lower case. */
export const SENTENCE_STARTERS: ReadonlySet<string> = wordSet(`
  a an the this that these those there here it its he his she her hers they their theirs them we our ours i my mine you your
  in on at but by for from with without within during despite among against about over under after before since until till while
  when where why who whom whose what which how if unless although though because as and or nor so yet then thus
  however moreover meanwhile instead still also besides otherwise afterwards later earlier now today yesterday tomorrow
  not no yes none nobody nothing never every each all some any many most more much few several both either neither another other
  others one two three do does did is are was were has have had can could will would may might must should shall let
  according asked speaking last once even only just perhaps maybe please such to`)
