# Quorate in English. Sentences for answers, findings and rules; whole, and behind every other language.

severity-error = error
severity-warning = warning
severity-info = note
did-you-mean = Did you mean `{ $suggestion }`?

label-first = the first one stands here
label-threshold = the threshold it contradicts

## Answers

answer-because = because
answer-would-change = what would change it
answer-readings = rests on
answer-horizon = cannot change without a new act before { $date }
answer-no-horizon = cannot change without a new act

cites-clause = clause { $clause }
cites-act = act { $act }
cites-reading = as read in { $reading }

value-yes = yes
value-no = no
value-nobody = nobody
value-nothing = nothing
value-until = { $state }, until { $until }
value-silent = the charter has no rule on this (clause { $clause })
value-not-on-file = the text in force then is not on file (version { $version })

need-fact = not known: `{ $fact }` of { $of } is not on file
need-reading = not known: the reading `{ $reading }` has no option proposed or adopted
need-decision = not known: { $of } has yet to decide { $on }

item = { $item }  [clause { $clause }]

remedy-acts = { $acts } → { $then }
remedy-date = waiting until { $date } → { $then }
remedy-and = {" "}and{" "}

reading-adopted = reading `{ $reading }`: { $option }
reading-provisional = reading `{ $reading }`: { $option } (provisional: proposed, not adopted)
reading-open = reading `{ $reading }`: open

## Reasons

because-granted = { $right } is granted to { $to }
because-not-granted = nothing grants { $who } { $right }
because-lost = { $right } is lost{ $since-given ->
    [no] {""}
   *[yes] {" "}since { $since }
 }
because-kept = { $right } is kept despite clause { $despite }
because-not-restored = nothing that would restore it has happened since { $since }
because-member = { $who } is a { $class } since { $since }
because-not-member = { $who } is not a { $class }
because-membership-ended = { $who } stopped being a { $class } on { $on }{ $status-given ->
    [no] {""}
   *[yes] {" "}({ $status })
 }
because-status = { $who } is { $status }{ $since-given ->
    [no] {""}
   *[yes] {" "}since { $since }
 }
because-no-status = { $who } is not { $status }
because-duty-done = { $duty } for { $of } was done on { $on }
because-duty-cured = { $duty } for { $of } was done late, on { $on }, and counts
because-duty-missed = { $duty } for { $of } is missed since { $since }
because-duty-open = { $duty } for { $of } is open until { $due }
because-duties-missed = { $duty } was missed { $count } times
because-duties-not-missed = { $duty } was not missed { $count ->
    [one] once
   *[other] { $count } times
 } in this way
because-act-on-file = { $act }{ $by-given ->
    [no] {""}
   *[yes] {" "}by { $by }
 } on { $on }
because-no-act = no { $act } of { $who } is on file
because-act-without-effect = { $act } by { $by } on { $on } does not count
because-fact = { $fact } of { $who } is { $value }
because-fact-missing = { $fact } of { $who } is not on file
because-row = { $table }, { $band }: { $value }
because-no-row = { $table } has no row for this
because-holds = { $left } { $comparison } { $right }
because-does-not-hold = { $left } { $comparison } { $right } does not hold
because-defined = { $who-given ->
    [no] { $name } is reached
   *[yes] { $who } is { $name }
 }
because-not-defined = { $who-given ->
    [no] { $name } is not reached
   *[yes] { $who } is not { $name }
 }
because-settled = { $table } for { $of } is settled
because-not-settled = { $table } for { $of } is not settled{ $due-given ->
    [no] {""}
   *[yes] ; due { $due }
 }
because-found = { $holds ->
    [yes] it was found that { $finding }
   *[other] it was found that { $finding } does not hold
 }
because-not-found = { $by } has not found { $finding }
because-counted = { $set }: { $number }
because-quorate = { $decision } has its quorum
because-not-quorate = { $decision } has no quorum
because-carried = { $decision } was carried on { $on }
because-not-carried = { $decision } was not carried, on { $on }
because-tie = the votes are equal; { $rule } decides { $decision }
because-undecided = { $decision } is not decided yet
because-too-early = { $decision } on { $on } came too early to count{ $not-before-given ->
    [no] {""}
   *[yes] : not before { $not-before }
 }
because-on-roll = { $who } is on the roll ({ $roll }) of { $on }
because-put-on-roll = { $who } was put on the roll by { $first } and { $second }, on { $on }
because-struck-from-roll = { $who } was struck from the roll by { $first } and { $second }, on { $on }
because-not-on-roll = { $who } is not on the roll ({ $roll }) of { $on }
because-may-act = { $act } is for { $by } to do
because-may-not-act = { $who } may not { $act }: that is for { $by }
because-began = { $procedure } of { $of } began on { $on }
because-not-begun = no { $procedure } of { $of } has begun
because-complete = { $procedure } was complete on { $on }
because-need-met = { $what } is there since { $on }
because-need-missing = { $what } is missing
because-step-open = { $act } is still to be done by { $by }{ $due-given ->
    [no] {""}
   *[yes] , at the latest on { $due }
 }
because-step-done = { $act } was done on { $on }
because-window-open = { $window } are open until { $until }
because-window-closed = { $window } closed on { $on }
because-investigating = { $by } objected on { $on }, and the objection is being investigated
because-investigated = the investigation was closed on { $on }
because-deadline = { $what } is due on { $on }
because-overdue = { $what } is overdue since { $since }
because-seat-held = { $seat } is held by { $by }{ $until-given ->
    [no] {""}
   *[yes] {" "}until { $until }
 }
because-seat-vacant = { $seat } is vacant{ $since-given ->
    [no] {""}
   *[yes] {" "}since { $since }
 } ({ $cause })
because-fills = { $by } fills it{ $from-given ->
    [no] {""}
   *[yes] {" "}from a { $from }
 }{ $same-given ->
    [no] {""}
   *[yes] {" "}of the same { $same }
 }{ $until-given ->
    [no] {""}
   *[yes] , until { $until }
 }
because-term-limit = { $who } has served { $terms } terms in a row, of at most { $limit }{ $again-given ->
    [no] {""}
   *[yes] ; again from { $again }
 }
because-terms-left = { $who } has served { $terms } terms in a row, of at most { $limit }
because-already-seated = { $who } already holds { $seat }
because-back-planned = { $step }: { $span } before, by { $by }
because-interval = the last { $meeting } ended the interval on { $last }; the next opens by { $by }
because-silent = the charter is silent on { $about }
because-version = the version in force from { $from }
because-delegated = { $power } may be passed on to { $to }
because-kept-back = { $matter } may not be passed on; it stays with { $of }
because-not-from-there = { $who } is not { $from-given ->
    [no] one
   *[yes] a { $from }
 }{ $same-given ->
    [no] {""}
   *[yes] {" "}of the same { $same } as the last holder
 }, from whom the seat is to be filled
because-too-few-voters = { $voters } voted in { $decision }; nobody is elected by fewer than { $least }

## Findings: what is wrong, and what to do

finding-Q0101 = the file has { $bytes } bytes, and at most { $limit } are read
help-Q0101 = Keep the charter in this file and attach long annexes as documents of their own.
finding-Q0102 = clause { $clause } stands twice
help-Q0102 = Give each clause its own number, exactly as the adopted text has it; if the text itself repeats it, add a letter.
finding-Q0103 = `{ $word }` is not a kind of block that is read
help-Q0103 = Rules stand in blocks that open with three backticks and `rules`, tests in blocks with `test`.
finding-Q0104 = the file does not say which charter it is
help-Q0104 = Start with a block of rules that declares `charter "Title"`, the day it is in force from, its time zone, month end and how deadlines count.
finding-Q0105 = the charter's header does not say `{ $line }`
help-Q0105 = Nothing is assumed about dates: add the line, under a reading if the text leaves it open.
finding-Q0106 = `{ $zone }` is not a time zone
help-Q0106 = Use a name of the IANA time zone database, such as "Asia/Bangkok" or "Europe/Brussels".
finding-Q0201 = nothing starts with `{ $word }`
help-Q0201 = At the left margin stands the first word of a declaration; lines that belong to it are indented.
finding-Q0202 = { $expected } was expected here, not { $found }
help-Q0202 = The line is skipped. Correct it here; the rest of the file was read.
finding-Q0203 = this declaration has no line that starts with `{ $word }`
help-Q0203 = { $known-given ->
    [no] Nothing more can stand here.
   *[yes] Its lines start with: { $known }.
 }
finding-Q0204 = this cannot be read; { $expected } was expected
help-Q0204 = Check for a quotation mark that is not closed on the same line, or a character that does not belong here.
finding-Q0205 = conditions are nested more than { $limit } deep
help-Q0205 = Give the inner condition a name with `define` and use that name.
finding-Q0206 = { $why }
help-Q0206 = Write numbers as 10,000 or 0.14, amounts as USD 15, dates as 2026-11-30, days as 30 November.
finding-Q0207 = a share needs its base
help-Q0207 = Say of what: `25% of regular-member`, `half plus one of roll`. A share of nothing in particular decides nothing.
finding-Q0208 = `{ $line }` stands twice
help-Q0208 = Keep one of the lines, or put each under an option of a reading in square brackets.
finding-Q0209 = `{ $line }` is missing
help-Q0209 = Add the line; without it the declaration cannot be applied.
finding-Q0301 = nothing called `{ $name }` is declared ({ $kind })
help-Q0301 = Declare it, or correct the name.
finding-Q0302 = `{ $name }` is declared twice
help-Q0302 = Rename one of them, or keep only one.
finding-Q0303 = `{ $name }` is not a { $kind }
help-Q0303 = The name belongs to something of another kind; use the right one here.
finding-Q0304 = { $left } and { $right } cannot be compared
help-Q0304 = Both sides must be of one type and one currency.
finding-Q0305 = { $option-given ->
    [no] there is no reading `{ $reading }`
   *[yes] the reading `{ $reading }` has no option `{ $option }`
 }
help-Q0305 = Square brackets name a reading and one of its options; declare it with `reading`.
finding-Q0306 = there is no clause { $clause }
help-Q0306 = Cite a clause of this text, under the number it has here.
finding-Q0307 = `{ $name }` leads back to itself
help-Q0307 = A definition may use others, never itself; break the circle.
finding-Q0308 = nothing uses the { $kind } `{ $name }`
help-Q0308 = Use it, or leave it out; a name that decides nothing misleads the reader.
finding-Q0309 = the reading `{ $reading }` has { $options } options, { $proposed } of them proposed
help-Q0309 = A reading has at least two options and at most one that is proposed.
finding-Q0310 = `{ $name }` mixes letters of { $scripts }
help-Q0310 = Letters that look alike are not the same; write the name in one script.
finding-Q0401 = two rows of { $table } apply to { $witness }: { $first }, and { $second }
help-Q0401 = Say which row owns { $witness } (`to below`, `above`), or add a reading with a row `at { $witness }` for each option.
finding-Q0402 = no row of { $table } applies to { $witness }
help-Q0402 = Let a neighbouring row own { $witness }, or add `otherwise`.
finding-Q0403 = no value reaches the row { $band } of { $table }
help-Q0403 = Another row settles every value it holds; correct its ends or remove it.
finding-Q0501 = { $one } and { $other } hold at the same time and both claim the member's status
help-Q0501 = Let one of them exclude the other.
finding-Q0502 = nothing is lost under clause { $clause } that could be kept despite it
help-Q0502 = Name the clause under which the loss stands, and the same right.
finding-Q0503 = this can never hold: { $left } and { $right } exclude each other
help-Q0503 = Correct one of the two, or join them with `or`.
finding-Q0504 = `{ $right }` is lost here, and no rule grants it
help-Q0504 = Grant it first, or say `always` where the text denies it outright.
finding-Q0601 = { $decision } does not say its { $line }
help-Q0601 = State it, or say `silent on { $line }` so that a reader knows the text leaves it out.
finding-Q0602 = no roll of up to { $largest } members, all present, can meet this
help-Q0602 = Check the numbers and the base of the share.
finding-Q0603 = half plus one of { $roll } is { $exact }
help-Q0603 = The text leaves the odd case open: put this line and one with `half rounded down plus one` under the options of a reading.
finding-Q0604 = { $decision } can end in a tie, and nothing says what then
help-Q0604 = Add `tie not carried`, a casting vote, a lot or another vote, or say `silent on tie`.
finding-Q0605 = { $decision } says something else of abstentions than its threshold does
help-Q0605 = An abstention counts as a no exactly when the majority is measured against those present, cast or on the roll.
finding-Q0606 = { $why ->
    [seats] `{ $name }` elects one, and { $seats } are to be elected
   *[name] `{ $name }` is not a counting method, an option of it or a value that is known here
 }
help-Q0606 = Known: { $known }.
finding-Q0607 = { $why ->
    [split-in-secret] votes in { $decision } cannot be secret and go different ways: the parts would show whose they are
    [open-and-secret] votes in { $decision } cannot be secret and be seen
    [two-units] { $decision } gives one vote to each organisation and one to each person
    [roll-of-organisations] { $decision } gives one vote to each person, and its roll is of organisations
   *[roll-of-persons] { $decision } gives one vote to each organisation, and its roll is of persons
 }
help-Q0607 = Each on the roll has one vote. Say `one per organisation` or `one per person` as the roll is, and either `secret` or `by name`.
finding-Q0701 = the decision must wait { $wait }, and its last day is { $limit } after the start
help-Q0701 = Shorten the window or lengthen the deadline.
finding-Q0702 = for some starting dates the decision must wait longer than its deadline allows ({ $example })
help-Q0702 = Months differ in length; leave a margin of a few days.
finding-Q0801 = nothing happens when { $duty } is missed
help-Q0801 = Add what is lost, or note with `silent "…"` that the text says nothing.
finding-Q0802 = { $duty } has no last day
help-Q0802 = Add `due by …`, or note with `silent "…"` that the text sets none.
finding-Q0803 = nobody can ever be a { $class }
help-Q0803 = Say what its membership `begins with`, or let a procedure's outcome be this class.
finding-Q0804 = nothing sets off the notice { $notice }
help-Q0804 = Add `when` and the act or decision after which it is owed.
finding-Q0805 = { $procedure } has a last day, and nothing says what happens after it
help-Q0805 = Add `overdue stays open`, `overdue carried` or `overdue not carried`, under a reading if the text is silent.
finding-Q0901 = clause { $clause } has neither rules nor a reason for having none
help-Q0901 = Add rules, or say `no-rule "why"`, `record-only "why"`, `for-people "why"` or `silent "what"`.
finding-Q0902 = after { $before } comes { $clause }
help-Q0902 = If the adopted text skips the number too, leave it; never renumber.
finding-Q1001 = the prose of clause { $clause } has changed since { $by } sealed it on { $on }
help-Q1001 = Read the prose and its rules together again, then seal the clause anew.
finding-Q1002 = the rules of clause { $clause } have changed since { $by } sealed it on { $on }
help-Q1002 = Read the rules against the prose again, then seal the clause anew.
finding-Q1003 = clause { $clause } has rules and no seal
help-Q1003 = When somebody has read the two together: `quorate charter seal PATH { $clause } --by NAME`.
finding-Q1201 = the reading `{ $reading }` is provisional: `{ $option }` is proposed, not adopted
help-Q1201 = Put the question to the network; its decision is recorded with the act `adopt-reading`.
finding-Q1202 = the reading `{ $reading }` is open: no option is proposed
help-Q1202 = Until one is proposed or adopted, every answer that rests on it says so instead of deciding.
finding-Q1203 = under `{ $reading }: { $option }` the answers change: { $questions }
help-Q1203 = This reading decides real cases; it is worth asking the network about first.
finding-Q1301 = `{ $question }`: { $what ->
    [value] { $expected } was expected, the answer is { $found }
    [because] clause { $expected } should be among the reasons; they cite { $found }
    [would-change] `{ $expected }` should change the answer; what would is: { $found }
   *[other] it should rest on the reading { $expected }; it rests on { $found }
 }
help-Q1301 = Either the rules do not say what the test expects, or the test expects something the text does not say.
finding-Q1302 = the question `{ $question }` cannot be read: { $why }
help-Q1302 = Questions have a few fixed forms; `quorate charter ask --help` lists them.
finding-Q2001 = line { $line } is not an act: { $why }
help-Q2001 = Each line is one JSON object with `id`, `act` and `on`; see the act format.
finding-Q2002 = line { $line }: no act is called `{ $act }`
help-Q2002 = Use an act that the charter declares, or one of the platform's own.
finding-Q2003 = line { $line }: `{ $act }` has no field `{ $field }`
help-Q2003 = Use the fields that the charter gives this act.
finding-Q2004 = line { $line }: the field `{ $field }` of `{ $act }`: { $why }
help-Q2004 = Give the value in the type that the charter declares.
finding-Q2005 = line { $line }: `{ $act }` lacks its field `{ $field }`
help-Q2005 = Add the field; without it the act cannot take effect.
finding-Q2006 = act `{ $line }`: { $who } may not { $act } on { $on }
help-Q2006 = The act is kept and has no effect. Correct who acted, or when.
finding-Q2007 = act `{ $line }`: { $act } on { $on } has no effect
help-Q2007 = The act is kept; the charter's conditions for it did not hold on that day.
finding-Q2008 = line { $line }: the identifier `{ $act }` is already that of line { $first }
help-Q2008 = Every act has an identifier of its own; to correct an act, name it in `supersedes`.
finding-Q2009 = line { $line }: { $act } corrects `{ $corrected }`, which is not there
help-Q2009 = Name the identifier of an act of this register.
finding-Q2010 = the acts { $act } and { $other } cannot both be true
help-Q2010 = Correct one of them with an act that supersedes it.
finding-Q2011 = line { $line }: { $act } takes effect on { $on }, after the day asked about
help-Q2011 = It does not count yet; the answer's horizon knows of it.
finding-Q2012 = { $file } cannot be read: { $why }
help-Q2012 = Check the path and that the file is plain UTF-8 text.
finding-Q2013 = act `{ $line }`: the vote of { $who } in { $ballot } does not count: { $why ->
    [out-of-time] it was not open on { $on }
    [repeated] there is an earlier one
    [not-on-roll] { $who } has no vote in it
    [too-many] { $who } has not so many votes left
   *[proxy] another cast it, who may not vote for so many
 }
help-Q2013 = The act is kept. If it was recorded wrongly, correct it with an act that supersedes it.
finding-Q2014 = act `{ $line }`: { $asked ->
    [secret] it shows how { $who } voted, and votes in { $decision } are secret
   *[by-name] only numbers are on file, and votes in { $decision } are by name
 }
help-Q2014 = { $asked ->
    [secret] Record who took part and declare the numbers with `declare-result`.
   *[by-name] Record each vote with `cast`.
 }
finding-Q2015 = act `{ $line }`: { $holder } took { $seat } on { $on } and is not of those from whom it was to be filled
help-Q2015 = The seat counts as held. Ask `may … stand for …` for what the charter asks of whoever fills it.
finding-Q2016 = act `{ $line }`: { $table } was assessed at { $assessed }; the charter makes it { $owed-given ->
    [no] no amount that is known yet
   *[yes] { $owed }
 }
help-Q2016 = What is owed follows from the charter. Correct the assessment, or the facts that it rests on.

## Rules, paraphrased from their checked form

rule-charter = This is “{ $title }”, in force from { $from }.
rule-period = `{ $name }` is a period of this network.
rule-list = { $name } are: { $items }.
rule-class = { $begins-given ->
    [no] There is a class { $name }.
   *[yes] One becomes a { $name } by: { $begins }.
 }
rule-persons = For every { $name } there are: { $roles }.
rule-persons-different = For every { $name } there are, as different people: { $roles }.
rule-facts = Of every { $name } is known: { $facts }.
rule-office = There is an office: { $name }.
rule-meeting = There is a meeting: { $name }.
rule-meeting-every = { $name } meets at least every { $every }.
rule-meeting-called = { $name } is called by { $callers }.
rule-meeting-after = After { $name }, { $step } is due within { $span }.
rule-meeting-before = Before { $name }, { $step } is due { $span } ahead at the latest.
rule-act = Only { $by } can { $name }{ $about-given ->
    [no] {""}
   *[yes] {" "}about { $about }
 }.
rule-act-says = To { $name } one states: { $text }.
rule-act-documents = With { $name } come the documents: { $text }.
rule-act-seen-by = { $name } is seen by: { $text }.
rule-optional = { $name } (may be left out)
rule-document-in = { $document } in one of { $list }
rule-act-only = To { $name } has effect only where { $condition }.
rule-class-ends = One stops being a { $name } by { $ends }.
rule-class-eligible = Only those may become a { $name } where { $condition }.
rule-class-together = A { $name } may at the same time be: { $others }.
rule-right = Every { $who } has the right: { $rights }{ $only }.
rule-lose = A { $who } does not have the right { $rights } { $extent }.
rule-keep = A { $who } keeps the right { $rights } despite clause { $clause }{ $only }.
rule-duty = Every { $who } owes { $done }, per { $per }{ $due-given ->
    [no] {""}
   *[yes] , { $due }
 }.
rule-due-by = by { $when }
rule-duty-first = { $name } is owed for the first time for { $first }.
rule-first-of-joining = the period of joining
rule-first-after-joining = the period after joining
rule-duty-late = { $name } can still be made good until { $until }.
rule-status = A { $who } is { $name } { $extent }.
rule-status-then = Whoever is { $name } may: { $acts }.
rule-status-ends = Whoever is { $name } is no longer a member.
rule-table-cap = { $name } is never more than { $text }.
rule-table-floor = { $name } is never less than { $text }.
rule-table-due = { $name } is due { $text }.
rule-table-first = { $name } is owed for the first time for { $text }.
rule-table = { $name } of every { $who }{ $by-given ->
    [no] {""}
   *[yes] , by { $by }
 }:
rule-axis-last = { $fact } of the period before
rule-axis-same = { $fact } of the same period
rule-row = { $band }: { $value }
rule-row-step = {" "}plus { $add } for each full { $each } above { $above }
rule-per-head = {" "}each
rule-define = A { $who } is { $name } if { $means }.
rule-threshold = { $name } means: { $needs }.
rule-finding-also = { $name } holds without a finding where { $condition }.
rule-finding = Whether { $name } is for { $by } to find, with reasons.
rule-roll-fixed = { $who }, as of { $when }
rule-decision-present = In { $name } those are present who are { $text }.
rule-present-in-room = { $who } and attend in the room
rule-present-remotely = { $who } and attend, in the room or remotely
rule-decision-vote = A vote in { $name } is given so: { $text }.
rule-vote-per-organisation = one for each organisation
rule-vote-per-person = one for each person
rule-vote-by-name = by name
rule-vote-secret = in secret
rule-vote-by-hand = by hand
rule-vote-in-writing = in writing
rule-vote-may-split = the votes of one voter may go different ways
rule-election = { $method }{ $options-given ->
    [no] {""}
   *[yes] {" "}({ $options })
 }, for { $seats ->
    [1] one seat
   *[other] { $seats } seats
 }{ $least-given ->
    [no] {""}
   *[yes] ; at least { $least } must vote
 }
rule-decision-proxies = In { $name } { $text }.
rule-proxies-none = nobody votes for another
rule-proxies-at-most = one may vote for at most { $most } others
rule-decision-roll = { $name }: the roll is { $text }.
rule-decision-quorum = { $name } has its quorum when { $text }.
rule-quorum-each-vote = at each vote { $text }
rule-quorum-to-open = when the meeting opens { $text }
rule-quorum-to-decide = when it is decided { $text }
rule-decision-carried = { $name } is carried when { $text }.
rule-decision-open = { $name } is open { $text }.
rule-open-for = for { $span } from { $from }
rule-decision-abstain = In { $name } an abstention { $text }.
rule-abstain-quorum = counts for the quorum only
rule-abstain-no = counts as a no
rule-abstain-not-counted = is not counted
rule-decision-silence = In { $name } whoever stays silent { $text }.
rule-silence-abstains = abstains
rule-silence-not-cast = has cast nothing
rule-decision-tie = A tie in { $name } { $text }.
rule-tie-not-carried = does not carry
rule-tie-casting = is broken by the casting vote of { $of }
rule-tie-lot = is broken by lot
rule-tie-another = leads to another vote
rule-decision-weight = Votes in { $name } weigh as in { $text }.
rule-decision-elect = { $name } is counted by { $text }.
rule-procedure-as = { $name } runs like { $other }{ $without-given ->
    [no] {""}
   *[yes] , without { $without }
 }.
rule-procedure-begins = { $name } begins with: { $text }.
rule-procedure-needs = { $name } is complete with: { $text }.
rule-procedure-then = Once { $name } is complete, these follow: { $text }.
rule-procedure-window = In { $name } there is time for: { $text }.
rule-procedure-objection = In { $name } an objection counts: { $text }.
rule-objection = { $act } is investigated until { $until }{ $then-given ->
    [no] {""}
   *[yes] , and then: { $then }
 }
rule-procedure-overdue = When { $name } is past its last day, it { $text }.
rule-overdue-open = stays to be decided
rule-overdue-carried = counts as carried
rule-overdue-not-carried = counts as not carried
rule-decide-step = { $decision }{ $window-given ->
    [no] {""}
   *[yes] , not before { $window } close
 }{ $meeting-given ->
    [no] {""}
   *[yes] , at the next meeting
 }{ $by-given ->
    [no] {""}
   *[yes] , { $by }
 }
rule-procedure-decide = { $name } is decided by: { $text }.
rule-procedure-outcome = { $name }: { $text }.
rule-if-carried = if carried, { $becomes }
rule-if-not-carried = if not carried, { $becomes }
rule-seat-per = one for each of { $list }
rule-seat-created = { $name }, where created
rule-seat-voting = { $body } has seats with a vote: { $seats }.
rule-seat-not-voting = { $body } has seats without a vote: { $seats }.
rule-term = A term in { $body } lasts { $term }.
rule-term-with = as long as the holder's seat in { $body }
rule-term-until = until the next { $meeting }
rule-limit = { $body }: { $text }.
rule-limit-consecutive = at most { $count } terms in a row per { $per }
rule-limit-terms = at most { $count } terms per { $per }
rule-limit-again = again after { $span }
rule-limit-part-count = the rest of somebody else's term counts as a term
rule-limit-part = the rest of somebody else's term does not count as a term
rule-limit-any-gap = any gap ends a run of terms
rule-limit-that-break = only that break ends a run of terms
rule-limit-one = one seat per { $per }
rule-limit-not-with = not together with { $other }
rule-limit-share = at most { $share } of the seats share a { $fact }
rule-vacancy = A seat of { $body } that is empty through { $cause } is filled by { $fillers }.
rule-its-organisation = its organisation
rule-filler = { $by }{ $from-given ->
    [no] {""}
   *[yes] , from a { $from }
 }{ $same-given ->
    [no] {""}
   *[yes] {" "}of the same { $same }
 }{ $rest-given ->
    [no] {""}
   *[yes] , for the rest of the term
 }{ $span-given ->
    [no] {""}
   *[yes] , within { $span }
 }
rule-then = , then by{" "}
rule-delegation = { $from } may pass { $name } on to { $to }.
rule-delegation-except = { $from } may not pass on: { $matters }.
rule-notice = { $by } sends { $name } to { $every-given ->
    [no] {""}
   *[yes] every{" "}
 }{ $to }{ $when-given ->
    [no] {""}
   *[yes] {" "}on { $when }
 }{ $within-given ->
    [no] {""}
   *[yes] {" "}within { $within }
 }.
rule-transition-follows = { $of } under way moves to the version in force.
rule-transition-keeps = { $of } under way keeps the version of its first day.
rule-reading = The text leaves open ({ $name }): { $question }
rule-option = — { $name }: { $means }
rule-option-proposed = — { $name }: { $means } (proposed)
rule-silent = The charter says nothing on this: { $about }.
rule-no-rule = No rule: { $why }.
rule-record-only = It is recorded, no more: { $why }.
rule-for-people = People judge this: { $why }.
rule-only = {" "}where { $condition }
rule-under = { $text } (under { $reading })
rule-and = {" "}and{" "}
rule-or = {" "}or{" "}
rule-not = not ({ $condition })
rule-while = as long as { $condition }
rule-once = from the day that { $condition }
rule-always = in any case
rule-from = from { $from }
rule-from-until = from { $from } until { $until }
rule-span-later = { $span } later
rule-equal = { $left } is { $right }
rule-not-equal = { $left } is not { $right }
rule-less = { $left } is less than { $right }
rule-at-most = { $left } is at most { $right }
rule-more = { $left } is more than { $right }
rule-at-least = { $left } is at least { $right }
rule-in-list = { $left } is among { $list }
rule-is = { $who } is { $name }
rule-missed = { $duty } was missed { $count } times{ $after-given ->
    [no] {""}
   *[yes] , each after { $after }
 }
rule-missed-consecutive = { $duty } was missed { $count } times in a row{ $after-given ->
    [no] {""}
   *[yes] , each after { $after }
 }
rule-settled = { $table } is settled
rule-happened = there is { $what }{ $window }
rule-within-last = {" "}within the last { $span }
rule-in-that = {" "}in that { $period }
rule-may = it has the right { $right }
rule-filed-before = the motion was filed { $span } before the meeting opens
rule-filed-as = the motion was filed as { $kind }
rule-who-subject = it
rule-who-by = the one who acts
rule-who-about = the one it is about
rule-fact-of = { $fact } of { $who }
rule-distinct = the number of different { $fact } among { $set }
rule-heads = the heads of { $set }
rule-count = the number of { $what }{ $window }
rule-sum = the sum of { $field } of { $what }{ $window }
rule-portion = { $share } of { $base }
rule-portion-plus = { $share } of { $base }, plus one
rule-portion-down = { $share } of { $base }, rounded down
rule-portion-down-plus = { $share } of { $base }, rounded down, plus one
rule-set-with = { $set } with the right { $right }
rule-set-opening = { $set } at opening
rule-hap-missed = { $name } being missed
rule-hap-settled = { $name } being settled
rule-hap-carried = { $name } carried
rule-hap-not-carried = { $name } not carried
rule-hap-opening = the opening of { $of-given ->
    [no] the meeting
   *[yes] { $of }
 }
rule-hap-closing = the closing of { $of-given ->
    [no] the meeting
   *[yes] { $of }
 }
rule-hap-joining = joining
rule-occ-by = { $what } by { $by }
rule-occ-same = { $what } for that period
rule-occ-same-or-later = { $what } for that period or a later one
rule-occ-later = { $what } for a later period
rule-occ-offset = { $span } after { $what }
rule-occ-offset-before = { $span } before { $what }
rule-end-of-period = the end of the period
rule-when-after = within { $span }{ $from-given ->
    [no] {""}
   *[yes] {" "}of { $from }
 }
rule-when-before = { $span } before { $of }
