/** A kind of line that is no article text. `pattern` is tried on one line, trimmed; each hit hits and each miss misses (a test walks them). */
export interface BoilerplateRule {
  readonly id: string
  readonly when: string
  readonly pattern: RegExp
  /** What every line that the pattern hits has in it, where that is much quicker to find out. */
  readonly needs?: RegExp
  /** The line says where the report comes from or who wrote it. */
  readonly credit?: true
  /** The short lines that follow, down to the end of the text, are its list (of headlines, mostly). */
  readonly list?: true
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

const NAMES = "\\p{Lu}[\\p{L}.'’-]+(?: (?:(?:de|van|von|der|al|el|bin) )?\\p{Lu}[\\p{L}.'’-]*){0,3}"
const AND_NAMES = `${NAMES}(?:,? (?:and|&) ${NAMES}|, ${NAMES})*`
const AGENCIES = 'AP|AFP|EPA|EPA-EFE|UPI|dpa|Reuters|REUTERS|Bloomberg|Anadolu|TASS|PA|PA Wire|NurPhoto|ZUMA|Xinhua|Shutterstock|iStock|Alamy|Associated Press'

/** Written from general knowledge of how news sites and agencies frame their articles. */
export const BOILERPLATE: readonly BoilerplateRule[] = [
  {
    id: 'boilerplate/subscribe',
    when: 'a call to subscribe, sign up or log in',
    pattern: /^(?:please |already a (?:subscriber|member)\? )?(?:subscribe|sign up|sign in|log in|register|unsubscribe)\b[^“”"]{0,140}\b(?:newsletters?|inbox|e-?mails?|posts?|podcasts?|channels?|alerts?|updates?|here|now|today|free|account|access|edition|offers?|briefing|reading|digest)\b[^“”"]{0,80}$/iu,
    hits: ['Subscribe to get the latest posts sent to your email.', 'Sign up for our morning newsletter', 'Already a subscriber? Log in here', 'Subscribe now'],
    misses: ['Subscribe to that theory and you will lose, the coach said.', 'Residents who register late pay a fee, the clerk said.'],
  },
  {
    id: 'boilerplate/discover-more',
    when: 'the blog platform\'s call at the end of a post',
    pattern: /^discover more from \S/iu,
    hits: ['Discover more from The Harbour Blog', 'Discover more from Hill Town News | Local, Sport'],
    misses: ['They hope to discover more from the wreck, the divers said.'],
  },
  {
    id: 'boilerplate/newsletter',
    when: 'an offer of a newsletter',
    pattern: /^(?:get|want|receive|stay|never miss|don['’]t miss|for more|enter your|join)\b[^“”"]{0,160}\b(?:newsletters?|inbox|e-?mail address|in your e-?mail|delivered|sign up|informed with|up to date with)\b[^“”"]{0,100}$/iu,
    hits: ['Get the best of our reporting in your inbox every Friday.', 'Want more gardening tips? Sign up for the weekly letter.'],
    misses: ['The council wants more money for the newsletter it prints, a clerk told “Town Hour”, and said so.'],
  },
  {
    id: 'boilerplate/delivered',
    when: 'an offer to send the news',
    needs: /to your/iu,
    pattern: /^[^“”"]{0,120}\b(?:delivered|straight|sent|direct(?:ly)?) to your (?:inbox|e-?mail|phone)\b[^“”"]{0,60}$/iu,
    hits: ['The day\'s news, delivered straight to your inbox'],
    misses: ['The parcel was delivered to the wrong house.'],
  },
  {
    id: 'boilerplate/list-of-others',
    when: 'the heading of a list of other articles',
    pattern: /^["“]?(?:related(?: (?:stories|articles|coverage|content|topics|posts|news|links|reading))?|recommended(?: (?:for you|stories|reading))?|most (?:read|popular|viewed|shared)|trending(?: now)?|you (?:may|might) (?:also )?(?:like|be interested in)|more (?:stories|from|like this|headlines|top stories)\b.{0,40}|latest (?:news|stories|headlines)|top stories|what to read next|editors['’]? picks?|popular now|sister links|sources|external links|references)["“”]? ?:?["”]?$/iu,
    list: true,
    hits: ['Related:', 'Most read', 'You may also like', 'More from Hill Town News'],
    misses: ['Related costs rose by a tenth, the ministry said.', 'Sources close to the club said otherwise.'],
  },
  {
    id: 'boilerplate/read-more',
    when: 'a pointer to another article',
    pattern: /^(?:(?:[►▶→•*-] ?)?(?:read (?:more|also|next|the (?:full|rest|original|whole)\b[^.]*)|see also|also read|also see|more (?:on|from|about|in) this [^.]*|keep reading|continue reading|click here|tap here|find out more|learn more|watch more|more coverage|more news)\b[^“”"]{0,20}|(?:read more|also read|read also|see also|read next|more|read|watch|listen|related|explainer|analysis|opinion|in pictures|explore more|don['’]t miss) ?[:|>»][^“”"]{0,160})$/iu,
    hits: ['Read more', 'READ MORE: Harbour bridge closed for repairs', 'Read the full story here.', 'Continue reading', 'Related: Ten ways to cook a leek'],
    misses: ['Read more books, the teacher told her pupils on Monday.', 'More: that is what the strikers want, and Jane Doe says so: more.”'],
  },
  {
    id: 'boilerplate/see-above',
    when: 'a pointer to a picture, sound or video on the page',
    pattern: /^(?:you can )?(?:watch|listen|see|view|scroll|check out|hear)\b[^“”"]{0,120}\b(?:above|below|here)(?: ?\([^)]*\))?[:.!]?$/iu,
    hits: ['Watch the full interview below:', 'Listen to the song above.', 'See photos from the fair below:'],
    misses: ['See what you did, she said.', 'Watch prices fall below five dollars, he told investors.'],
  },
  {
    id: 'boilerplate/share',
    when: 'a button for sharing or commenting',
    pattern: /^(?:(?:share|tweet|print|save|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|email|e-mail|copy link|copied|bookmark|flipboard|instagram|x|comments?|follow|listen|gift)(?:[ |,/•·]+|$)){1,10}\.?$|^share (?:this|on|via|with|it)\b[^“”".]{0,60}$|^(?:\d+|no|view|leave a|post a|add a|write a|show|hide|be the first to) ?(?:comments?|reply|replies|shares?|likes?|views?)\b[^“”".]{0,30}$|^join the (?:conversation|discussion)\b.{0,40}$/iu,
    hits: ['Share', 'Share this article', 'Facebook Twitter WhatsApp', '12 comments', 'Leave a reply'],
    misses: ['Share prices fell by a tenth on Monday.', 'Comments by the minister angered farmers.', 'Twitter said it would appeal.'],
  },
  {
    id: 'boilerplate/comment',
    when: 'a call to comment or to share',
    needs: /comment|page/iu,
    pattern: /^[^“”"]{0,140}\b(?:in the comments(?: section)?(?: below)?|(?:like|share) (?:the|this|our) page)[.:!]?$/iu,
    hits: ['Tell us what you think in the comments below.', 'Do you like leeks? Like the page:'],
    misses: ['He read it in the comments, she said.', 'They share the page with another paper.'],
  },
  {
    id: 'boilerplate/copyright',
    when: 'a notice of copyright',
    pattern: /^(?:©|\(c\) ?\d|copyright\b.{0,20}(?:©|\(c\)|\d{4}|by )|[^“”"]{0,80}all rights reserved\b|this material may not be (?:published|reproduced)|republished (?:with|by) permission|reprinted (?:with|by|courtesy)\b|reproduction (?:in whole|is prohibited))/iu,
    hits: ['© 2024 Hill Town News', 'Copyright 2019 The Harbour Times. All rights reserved.', 'Reprinted with permission of the publisher.'],
    misses: ['Copyright law must change, the singer said.'],
  },
  {
    id: 'boilerplate/picture-credit',
    when: 'the credit of a picture, alone or at the end of its caption',
    pattern: new RegExp(
      `(?:^|[/(:—] ?|[Vv]ia |[Bb]y )(?:Getty|Shutterstock|iStock|Alamy|Wikimedia Commons|Unsplash|EPA-EFE)(?: Images| Stock Photo)?(?: for [\\p{L} ]{2,30})?[.)\\]]{0,3}$|^\\[?(?:[Ff]ile |[Hh]andout |[Ss]tock |[Cc]over |[Ff]eatured )?(?:[Ii]mage|IMAGE|[Pp]hoto(?:graph)?|PHOTO|[Pp]icture|[Ii]llustration|[Gg]raphic|[Vv]ideo|[Cc]redit|CREDIT|[Ss]creen(?:shot|grab))s?(?: [Cc]redit| [Cc]ourtesy| [Bb]y| [Ss]ource)?s? ?[:/|][^“”"]{0,120}$|(?:[.)\\]”"] |[a-z] )\\[?\\(?(?:Image|Photo|Photograph|Picture|Photos|Credit|Photo by|Photo credit|Image credit|File photo)s?(?::| by) [^:“”"]{2,80}$|\\((?:AP|AFP|Reuters|REUTERS|EPA|dpa) ?(?:Photo|Images)?(?:/[^)]{2,60})\\)\\.?$|^${NAMES} ?/ ?(?:${AGENCIES})(?: (?:Photo|Images|file|via [\\p{L} ]+))?\\.?$|^(?:${AGENCIES}) ?/ ?${NAMES}\\.?$`,
      'u',
    ),
    hits: ['Jane Doe via Getty Images.', 'Photo: Jane Doe', 'The harbour in spring. Image: Jane Doe.', 'A boat on the lake. (AP Photo/John Roe)', 'Jane Doe / Reuters', 'Getty Images'],
    misses: ['The agency sued Getty Images over the photograph, and a judge agreed on Monday.', 'The picture: two men and a dog, “nothing more”, he said.', 'A photo by Jane Doe hangs in the hall.'],
  },
  {
    id: 'boilerplate/follow',
    when: 'where to follow somebody on social media',
    pattern: /^(?:(?:you can )?(?:follow|like|find|join|connect with|subscribe to|on twitter,? follow)\b[^“”"]{0,120}(?:@\w|\b(?:on|at|via) (?:twitter|facebook|instagram|x|threads|bluesky|telegram|whatsapp|youtube|linkedin|tiktok|google news|mastodon|twitter:)(?:\W|$))|(?:twitter|facebook|instagram|x|telegram|e-?mail) ?: ?\S{3,60}$|@\w+\.?$)/iu,
    hits: ['Follow Jane Doe on Twitter @janedoe.', 'Follow us on Facebook', 'Join our channel on Telegram', 'Twitter: @janedoe'],
    misses: ['Follow the money, the auditor said.', 'Like many people on the island, she has no car.', 'Join the queue, he told them on Monday.'],
  },
  {
    id: 'boilerplate/contact',
    when: 'how to reach the author or the newsroom',
    needs: /@|^do you have/iu,
    pattern: /^[^“”"]{0,200}\b(?:contact|e-?mail|reach|tips?|questions|feedback|write to|reached at|corrections)\b[^“”"]{0,120}[\w.+-]+@[\w-]+\.[\w.]+[^“”"]{0,60}$|^[\w.+-]+@[\w-]+\.[a-z.]{2,12}$|^do you have (?:a|any) (?:story|tips?|information|news)\b[^“”"]{0,160}$/iu,
    hits: ['Contact the author at jane@example.org.', 'jane@example.org', 'Do you have a story to share with us?'],
    misses: ['Contact with the ship was lost on Monday.', 'The e-mail said that the bridge was safe.'],
  },
  {
    id: 'boilerplate/desk-credit',
    when: 'who else reported, wrote or edited',
    credit: true,
    pattern: new RegExp(
      `^[(\\[–—-]*\\s*(?:(?:[Aa]dditional |[Ww]ith )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ff]act-checking|[Pp]hotography|[Pp]roduced|[Cc]ompiled|[Ee]dited|[Tt]ranslated|[Pp]roduction) (?:by|from)|Reported by|Written by|Reporting and writing by) .{2,200}$|^${AND_NAMES},? reported from [^“”"]{2,160}$`,
      'u',
    ),
    hits: ['(Reporting by Jane Doe; Editing by John Roe)', 'Additional reporting by Jane Doe in Oslo', 'Jane Doe reported from Oslo and John Roe from Rome.'],
    misses: ['Reporting on the fire made her ill, she said.', 'Jane Doe reported the sale.'],
  },
  {
    id: 'boilerplate/contributed',
    when: 'who else contributed',
    credit: true,
    needs: /contributed/,
    pattern: new RegExp(
      `^[^“”"]{2,160}\\b(?:also )?contributed(?: reporting| research)?(?: (?:to|for) this (?:report|story|article|piece|post))?(?: from [^.“”"]{2,60})?\\.?\\)?$|^[^“”"]{2,120} (?:staff )?writers? ${AND_NAMES} contributed\\b.{0,80}$`,
      'u',
    ),
    hits: ['Jane Doe contributed to this report.', 'Staff writer Jane Doe contributed.'],
    misses: ['Both drivers contributed to the crash, the judge found.'],
  },
  {
    id: 'boilerplate/wire-credit',
    when: 'the agencies whose reports were used',
    credit: true,
    pattern: new RegExp(
      `^[(\\[–—-]*\\s*(?:[Ww]ith (?:(?:\\p{Lu}[\\p{L}-]+ ){0,3}(?:[Ww]ires?|[Ww]ire (?:[Ss]ervices|[Rr]eports)|[Aa]gencies|[Ss]taff [Rr]eports)|(?:additional |further )?(?:files|inputs?|reporting|reports|information|material|agencies) (?:from|by|of)?\\b.{0,80}|(?:${AGENCIES})\\b.{0,40})|(?:Agencies|Wire reports|Staff and agencies|News wires|Newswires|Source: .{2,60}|(?:The )?(?:${AGENCIES}|Agence France-Presse|Xinhua News Agency|IANS|PTI|ANI|AAP|ANSA|EFE|Interfax|The Canadian Press)(?:[ /,&]+(?:and )?(?:${AGENCIES}))*))[)\\]]?\\.?$`,
      'u',
    ),
    hits: ['With Post wires', 'With files from the Canadian Press', '(AP)', 'Reuters', '— AFP', 'Source: Hill Town Council', 'With AP'],
    misses: ['With Post wires cut, the village had no telephone.', 'Reuters reported the sale.'],
  },
  {
    id: 'boilerplate/update-note',
    when: 'what the newsroom did with the article',
    pattern: /^\(?(?:this (?:story|article|post|piece|report|page|column|interview)(?: has been| was| is| will be| originally| first)? ?(?:been )?(?:updated|corrected|amended|edited|originally|first|published|adapted|translated|produced|republished|appeared|a developing|developing|part of)\b.{0,250}|this is a (?:developing|breaking)\b.{0,120}|corrections?(?: appended)?[.:]?|(?:editor|publisher|author)(?:['’]?s|s['’])? notes?:.{0,140}|as published in .{2,80}|(?:last |first |originally )?(?:updated|modified|published|posted|edited)(?: (?:on|at|in))?:? .{0,20}\d.{0,40}|developing(?: story)?[.:]?|breaking(?: news)?[.:]?)\)?$/iu,
    hits: ['This article was updated on Monday to add a comment.', 'Editor’s note: Jane Doe is on leave.', 'This is a developing story.', 'Last updated: 3 May 2021, 10:15', 'CORRECTION:'],
    misses: ['This story is old, the fisherman said.', 'Published figures show a loss, the auditor said.', 'Breaking news travels fast, she said.'],
  },
  {
    id: 'boilerplate/disclaimer',
    when: 'whose views these are, terms and consent',
    pattern: /^(?:the (?:views|opinions)\b[^“”"]{0,60}\b(?:expressed|are (?:the author|those|his|her|their))|[^“”"]{0,60}\b(?:does not necessarily reflect|do not necessarily reflect)|we use cookies|by (?:clicking|signing up|subscribing|continuing|submitting|using)\b[^“”"]{0,40}\byou (?:agree|accept|consent)|terms (?:of|and|&) (?:use|service|conditions)\b.{0,60}$|privacy (?:policy|notice|settings)\b.{0,60}$|cookie (?:policy|settings)\b.{0,40}$|(?:please )?enable javascript|your browser (?:does not|doesn['’]t)|this (?:content|article|site) is (?:for subscribers|protected|only available))/iu,
    hits: ['The views expressed in this article are the author’s own.', 'By signing up, you agree to our terms.', 'We use cookies to improve your visit.'],
    misses: ['The views from the tower are free, the guide said.', 'By signing the treaty, the king hoped for peace.'],
  },
  {
    id: 'boilerplate/advertisement',
    when: 'an advertisement or a part of the page around the article',
    pattern: /^(?:advertisements?|ads?|advert|sponsored(?: content| by .{2,40})?|promoted(?: content)?|(?:story|article) continues (?:below|after).{0,40}|skip (?:to|past|ad|the)\b.{0,40}|loading\.{0,3}|continue reading the main story|play (?:video|audio)|video (?:unavailable|player)|media caption|image (?:source|caption).{0,80}|back to top|go to homepage|home|menu|search|close|next|previous|toggle navigation|powered by .{2,40}|abstract|full text|end|ends|\(ends\)|\(end\)|-30-|#{2,}|we recommend|paid post|partner content)[.:]?$/iu,
    hits: ['Advertisement', 'Story continues below advertisement', 'Skip to content', 'Back to top', '###'],
    misses: ['Ads on buses will cost more, the city said.', 'Home prices fell.', 'Sponsored athletes must pay tax, the court ruled.'],
  },
  {
    id: 'boilerplate/support-us',
    when: 'a call for money or membership',
    pattern: /^(?:please )?(?:donate(?: (?:now|today|here|to us))?|support (?:us|our (?:work|journalism|reporting|newsroom)|independent journalism)\b[^“”"]{0,120}|become a (?:member|patron|supporter|subscriber|friend)\b[^“”"]{0,120}|buy (?:us|me) a coffee|make a (?:donation|contribution)\b[^“”"]{0,80})[.!]?$/iu,
    hits: ['Support our journalism', 'Become a member today.', 'Donate now'],
    misses: ['Support for the bill is growing, she said.', 'Donate blood, the hospital asked.'],
  },
  {
    id: 'boilerplate/link-only',
    when: 'an address of the web and nothing else, or markup of a picture',
    pattern: /^(?:https?:\/\/\S+|www\.\S+|pic\.twitter\.com\/\S+|!\[[^\]]*\]\([^)]*\)|\[[^\]]{1,60}\]\(https?:[^)]*\))\.?$/iu,
    hits: ['https://example.org/a/b', 'pic.twitter.com/abc123', '![a harbour](harbour.jpg)'],
    misses: ['https://example.org says that the shop is closed.'],
  },
  {
    id: 'boilerplate/tags',
    when: 'the list of an article’s subjects',
    pattern: /^(?:tags?|topics?|categories|category|filed under|keywords|labels|posted in|section) ?:.{0,200}$/iu,
    hits: ['Tags: harbour, bridges', 'Filed under: Local'],
    misses: ['Topics ranged from tax to trees.'],
  },
  {
    id: 'boilerplate/reading-time',
    when: 'how long ago, or how long to read',
    pattern: /^(?:\d+|an?|one|two|three|four|five) (?:min(?:ute)?s?|hours?|days?|weeks?|months?|sec(?:ond)?s?)(?: (?:read|ago|to read|listen|watch))\.?$|^(?:reading|read|listening|run) ?time:?.{0,30}$/iu,
    hits: ['5 min read', '3 hours ago', 'Reading time: 4 minutes'],
    misses: ['Two hours ago the river rose, police said.'],
  },
]

/** The first rule that a line falls under, or null. */
export function boilerplateRule(line: string): BoilerplateRule | null {
  return line.length > MAX_LINE ? null : (BOILERPLATE.find(({ needs, pattern }) => (!needs || needs.test(line)) && pattern.test(line)) ?? null)
}

/** A longer line is article text, whatever it begins with. */
const MAX_LINE = 320
