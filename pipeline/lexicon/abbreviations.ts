/**
 * Abbreviations that end in a full stop, lower case without it, by what that stop can mean. Compiled for this project from
 * general knowledge of English-language newspapers.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Stand before a name: the stop never ends a sentence. */
export const TITLE_ABBREVIATIONS = words(`
  mr mrs ms messrs mme mlle dr drs prof profs rev revs fr hon rt pres gov govs sen sens rep reps amb atty supt insp det dep
  gen gens lt col cols maj capt cpt cmdr comdr sgt cpl pvt adm brig spc pfc st ste mt ft sec asst assoc dir`)

/** Stand before a number: the stop ends no sentence if one follows. */
export const NUMBER_ABBREVIATIONS = words(`
  no nos p pp par para paras art arts vol vols fig figs ch chap sect op nr approx ca c ext tel est
  jan feb mar apr jun jul aug sep sept oct nov dec`)

/** Stand within a sentence: the stop never ends one. */
export const INNER_ABBREVIATIONS = words('e.g i.e vs v cf viz eg ie aka incl resp')

/** May end a sentence: whether they do is told by what follows. */
export const FINAL_ABBREVIATIONS = words(`
  jr sr esq inc co corp cos bros ltd llc plc dept univ assn etc al ave blvd rd hwy ln
  mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn
  tex va vt wash wis wyo ont que sask alta
  a.m p.m am pm ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a u.s.s.r n.y n.j n.h n.c n.d n.m s.c s.d r.i w.va`)

/** Capitalised words that are likely to begin a sentence where an abbreviation stands before them. */
export const SENTENCE_STARTERS = words(`
  a an the this that these those there here it its he his she her hers they their theirs them we our ours i my mine you your
  in on at by for from with without within during despite among against about over under after before since until till while
  when where why who whom whose what which how if unless although though because as and but or nor so yet then thus
  however moreover meanwhile instead still also besides otherwise afterwards later earlier now today yesterday tomorrow
  not no yes none nobody nothing never every each all some many most more much few several both either neither another other
  others one two three do does did is are was were has have had can could will would may might must should shall let
  according asked speaking last once even only just perhaps maybe please such to of like`)
