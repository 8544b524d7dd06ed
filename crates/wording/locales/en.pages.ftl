## Letters.

letter-subject = { $network }: { $subject }
letter-charter-subject = { $name }{ $of-given ->
    [no] {""}
   *[yes] : { $of }
 }
letter-charter = { $by } gives notice of “{ $name }”{ $of-given ->
    [no] {""}
   *[yes] {" "}about { $of }
 }, of { $on }.
letter-due-subject = { $what } { $of } is due on { $on }
letter-due = { $what } { $of } is due on { $on } ({ $distance }).
letter-vote-subject = please vote in { $ballot } until { $on }
letter-vote = { $decision }: votes in { $ballot } are taken until { $on } ({ $distance }), and yours is not there yet.
letter-missed-subject = { $who } missed { $what } { $of }
letter-missed = { $who } missed { $what } { $of }.
letter-acts = Open to you now: { $acts }.
letter-clause = By clause { $clause } of the charter.
letter-link = Your page: { $link }
letter-why = You receive this because you act for { $party } in { $network }.
letter-fee-subject = { $fee } { $period }: { $amount } by { $due }
letter-fee = { $fee } for { $period } is { $amount }. The last day to pay in time is { $due } ({ $distance }).
letter-fee-link = See why, and pay, without signing in: { $link }
letter-receipt-subject = Receipt { $number } for { $amount }
letter-receipt = Your payment of { $amount } has arrived. Receipt { $number }: { $link }

## Pages of the portal.

language-name = English
language-note = { "" }
menu-languages = Languages

skip = Skip to the content
menu = Main
menu-home = Home
menu-charter = Charter
menu-ask = Ask
menu-sign-in = Sign in
menu-sign-out = Sign out
demonstration-label = Demonstration
demonstration = Demonstration: the organisations and acts here are made up.
demonstration-today = It is { $today } here.
made-with = Quorate runs this charter. Every answer names the clause that decides it.

home-intro = The rules of { $title }, as a program that anybody can read and ask.
home-in-force = In force since { $from }.
home-clauses = { $count ->
    [one] One clause
   *[other] { $count } clauses
 }
home-enforced = { $count } are enforced or checked by the platform
home-people = { $count } are left to people, who record what they find
home-readings = { $count ->
    [0] The text leaves nothing open that is known
    [one] One question is left open by the text and read provisionally
   *[other] { $count } questions are left open by the text and read provisionally
 }
home-read = Read the charter
home-ask = Ask a question
home-ask-intro = Ask what the charter says of somebody on a day.
home-versions = Versions
home-version = in force from { $from }
home-version-partial = in force from { $from }; not all of its text is on file

ask-title = Ask
ask-question = Question
ask-question-hint = In the words of the charter. The forms are listed below.
ask-on = As of
ask-button = Ask
ask-too-long = That is a very long stretch of time
ask-too-long-help = Ask for three years at most.
ask-not-own = This is not yours to ask
ask-not-own-help = Ask about { $party }, or about the charter itself.
ask-forms = Forms of questions
ask-forms-hint = A, B and P stand for names in the register; words in capitals for names in the charter.
answer-why = Why
answer-change = What would change this
answer-rests = Rests on readings of the text
answer-as-of = As of { $on }

charter-title = Charter
charter-kind-enforced = enforced
charter-kind-checked = checked
charter-kind-for-people = for people
charter-kind-record-only = record only
charter-kind-text = text
charter-kind-uncovered = not covered
charter-says = What the rules do
charter-no-rules = No rule follows from this clause alone.
charter-plain = In plain words, not the official text
charter-back = All clauses
charter-readings = Open questions

sign-in-title = Sign in
sign-in-how = We send you a link that works once, for an hour. No password is needed.
sign-in-address = Your e-mail address
sign-in-send = Send me a link
sign-in-ask = Your network's secretariat lets people sign in. If your address is not known here, ask there.
sign-in-asked = If this address is known here, a message with a link is on its way.
sign-in-asked-more = It can take a minute. Look among unwanted mail too. An address gets at most five links an hour.
sign-in-with-password = Sign in with a password
sign-in-wrong = Address and password do not fit, or there were too many tries. Wait an hour, or ask for a link.
sign-in-choose = For whom do you sign in?
account-title = Signing in
account-intro = Links by e-mail always work. A password saves waiting for them; a second factor keeps others out who get hold of either.
account-password = Password
account-current = Password now
account-new = New password
account-new-hint = At least 12 letters. Several words that you alone would put together are good.
account-new-empty = Leave it empty to sign in by links alone.
account-save = Save
account-password-unfit = A password has at least 12 letters, and at most 200. Nothing was changed.
account-password-wrong = The password now is another one. Nothing was changed.
account-second = Second factor
account-second-off = An app on your phone shows a code that changes every half minute. Take the picture up with it, then give the code.
account-second-on = You are asked for a code when you sign in. To turn it off, give a code.
account-second-picture = The secret, for the camera of your phone
account-second-by-hand = Or type it in by hand:
account-code = Code
account-code-wrong = This code is not right, or it was used already. Wait for the next one.
account-turn-on = Turn it on
account-turn-off = Turn it off
mail-links-subject = Your link to sign in
mail-links-intro = Somebody asked for a link to sign in with this address. If it was not you, leave it; nothing happens.
mail-links-one = To act for { $party }:
mail-links-end = Each link works once, for an hour.
mail-waiting = waiting
mail-sent = sent
mail-failed = could not be sent
notice-no-address = nobody to write to
notice-waiting = waiting
notice-sent = sent
notice-failed = could not be sent
notice-received = received
notice-kind-charter = notice
notice-kind-reminder = reminder
notice-kind-missed = missed
notice-kind-standing = standing
notice-kind-stage = procedure
members-title = Members
members-shown-everybody = Members that agreed to be shown to everybody. There may be others.
members-shown-members = Members that agreed to be shown to members. There may be others.
members-shown-secretariat = All members. Others see those that agreed to be shown.
members-none = No member has agreed to be shown here.
members-by = By { $by }
members-class = Class
join-title = How to join
join-intro = These are the ways in, as the charter has them.
join-none = The charter has no procedure by which one applies. Its rules say how one becomes a member.
join-begins = It begins with: { $act }.
join-apply = Apply
join-name = Name of your organisation
join-name-hint = As the register will know it: letters, digits and hyphens; spaces become hyphens.
join-button = Send me a link to apply
join-asked = A message is on its way to this address.
join-no-address = This is no e-mail address. Nothing was sent.
join-no-name = A name begins with a letter and has letters, digits, spaces and hyphens, at most 60. Nothing was sent.
mail-join-subject = { $network }: your link to apply
mail-join = With this link you apply to { $network } as { $name }. If it was not you who asked, leave it; nothing happens.
mail-join-taken = Your wish to apply to { $network } as { $name } has reached the secretariat, which will write to you. If you act for { $name } already, ask for a link to sign in.
readings-title = Open questions
readings-intro = What the text of the charter leaves open. Until the network decides, a question is read as marked, and answers that rest on it say so.
readings-count = Decided: { $adopted } of { $all }.
readings-adopted-on = Decided; in force since { $on }.
readings-provisional = Read provisionally; the network has not decided.
history-title = Our standing through time
history-standing = Standing through time
history-since = Since
history-none = Nothing is on file yet. It appears here once something is recorded.
history-shown = Who may see that you are a member
history-shown-hint = That you are a member is shown to others only if you agree. You can change it at any time.
history-shown-to = Show it to
history-shown-button = Save
shown-to-secretariat = the secretariat alone
shown-to-members = other members
shown-to-everybody = everybody
calendar-title = Calendar
calendar-intro = What falls due in the year to come, as the charter and the register stand today.
calendar-intro-own = What you have to do in the year to come, as the charter and the register stand today.
calendar-feed = Have it in a calendar program
calendar-none = Nothing falls due in the year to come.
programs-title = Programs
programs-intro = A key lets a program act for you on this platform. Give each program a key of its own, and take it back when it is not needed any more.
programs-none = No program has a key yet.
programs-made = Here is the key. Copy it now: it is not shown again.
programs-feed = The address for a calendar program:
programs-problem = Name what the key is for, and choose what it allows: the calendar alone, or one of the others. Nothing was made.
programs-name = What it is for
programs-scopes = What it allows
programs-since = Since
programs-take-back = Take back
programs-make = Make a key
programs-make-button = Make the key
programs-scope-read = To ask, and to read what you may see
programs-scope-record = To record what you may record
programs-scope-calendar = To read the calendar
mine-notices = Notices to you
mine-notice-received = I have received it
sign-in-confirm = Sign in to { $network } as { $role }?
sign-in-button = Sign in
sign-in-gone = This link no longer works
sign-in-gone-why = A link works once, and for one hour. Nothing has happened. Please ask for a new one.

due-what = What
due-of = Of
due-by = By whom
due-on = Due
due-clause = Clause

mine-standing = Standing
mine-duties = What is to be done
mine-duties-none = Nothing is to be done now.
mine-own = Your application
mine-open = Open matters
mine-open-none = No matter is open in which you may do something.
mine-ballots = Open ballots
matter-voices = { $count ->
    [one] What was said in it: one act
   *[other] What was said in it: { $count } acts
 }
mine-vote = Vote in { $ballot }
mine-acts = What you may do
mine-acts-about = What you may do about somebody else
mine-acts-none = The charter gives you nothing to do now.
mine-do-now = Do it now
mine-nothing = Nothing is on file of { $party } yet. What follows is open to you.

register-title = Register
register-name = Name
register-history = What happened
record-title = Record an act
record-choose = What happened?
record-reserved = by { $by }
record-about = about { $about }
record-on = On
record-on-hint = The day it took effect.
record-by = Who did it
record-about-field = About
record-fields = What it says
record-documents = Documents
document-taken = PDF, JPEG, PNG, Word or OpenDocument, at most 10 MB each.
document-brought = It is here. Choose a file to replace it.
document-elsewhere = It is on file elsewhere
document-empty = { $name } is empty
document-too-large = { $name } is larger than 10 MB
document-other-type = { $name } is of a type that is not taken
document-missing = A document of this form is not here any more
document-again = Nothing was recorded. Please choose the file again.
document-open = Documents
record-optional = may be left empty
record-period-hint = such as { $example }
record-review = Review
record-review-title = Before it is recorded
record-review-intro = Nothing is recorded yet. What is recorded stays; a mistake is corrected by a further act.
record-allowed = The charter allows this
record-unsettled = The charter does not settle whether this is allowed
record-not-asked = The platform records this; the charter asks nothing of who does it.
record-confirm = Record it
record-change = Change something
record-refused = This was not recorded
record-findings = Please look at this first
record-required = this is needed
yes = yes
no = no

missing-title = There is no such page
missing-why = The address may be mistyped, or the page is not for you to see.
missing-network = There is no network at this address
missing-network-why = Check the first part of the address.
failed-title = That did not work
failed-why = Nothing was changed. Please try again in a moment; if it stays so, tell whoever runs this platform.
form-bad = This form cannot be read: it is too large, or a part of it is missing. Nothing was recorded; please open it again.
form-stale = This form is from an earlier session. Nothing was recorded; please open it again.

in-days = { $days ->
    [0] today
    [1] tomorrow
   *[other] in { $days } days
 }
days-ago = { $days ->
    [1] yesterday
   *[other] { $days } days ago
 }
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-short = { $day } { $month } { $year }
date-long = { $weekday } { $day } { $month } { $year }

sentence-may = { $value ->
    [yes] { $who } may { $what }.
    [no] { $who } may not { $what }.
   *[waits] Whether { $who } may { $what } is not known yet.
 }
sentence-earliest = First day for a meeting ({ $meeting }): { $value }.
sentence-latest = Last day for the next meeting ({ $meeting }): { $value }.
sentence-is = { $value ->
    [yes] { $who } is { $what }.
    [no] { $who } is not { $what }.
   *[waits] Whether { $who } is { $what } is not known yet.
 }
as-sentence = { $text }.
act-said = { $by-given ->
    [no] {""}
   *[yes] { $by }:{" "}
 }{ $act }{ $about-given ->
    [no] {""}
   *[yes] {" "}about { $about }
 }{ $with-given ->
    [no] {""}
   *[yes] {" "}({ $with })
 }
item-due = { $what } { $of }: due { $on }{ $by-given ->
    [no] {""}
   *[yes] {" "}by { $by }
 }
item-open = { $what } { $of }: open until { $on }
item-missed = { $what } { $of }: missed since { $on }
item-overdue = { $what } { $of }: overdue since { $on }
item-done = { $what } { $of }: done on { $on }
item-cured = { $what } { $of }: done late, on { $on }, and it counts
item-held = { $what }: { $by }{ $on-given ->
    [no] {""}
   *[yes] {" "}until { $on }
 }
item-vacant = { $what }: vacant{ $on-given ->
    [no] {""}
   *[yes] {" "}since { $on }
 }
item-other = { $what } { $of }: { $state } { $on } { $by }
sentence-status = The standing of { $who } is { $state }.
sentence-state = The { $procedure } of { $of } is { $state }.
sentence-amount = { $what } of { $who } for { $period }: { $value }
sentence-other = { $question }: { $value }
sentence-quorate = { $value ->
    [yes] { $what } has its quorum.
    [no] { $what } has no quorum.
   *[waits] Whether { $what } has its quorum is not known yet.
 }
sentence-carried = { $value ->
    [yes] { $what } is carried.
    [no] { $what } is not carried.
   *[waits] { $what } is not decided yet.
 }
record-save = Save for later
mine-aside = Put aside
mine-go-on = Go on with: { $act }

## Fees and paying.

fees-title = Fees
fees-intro = What the charter asks of you, why, and what you have paid. Paying and confirming your membership are different things: what follows from either, the charter says.
fees-none = Nothing is asked of you.
fees-earlier = Earlier periods
fees-credit = You have { $amount } in credit.
fees-use-credit = Use it for what you owe
fees-pay-all = Pay everything that is owed
fees-settled = Settled
fees-owed = { $amount } is owed
fees-partial = (a part is paid)
fees-due = due by { $due }
fees-late = overdue
fees-pay = Pay
fees-blocked = Something is missing before an amount can be asked for. It is not guessed.
fees-declare = Declare { $fact }
fees-papers = Receipts
fees-papers-none = Nothing was paid yet. Receipts appear here.
fees-payments = Paid
fees-declared = Declared in another currency
fees-dispute = Is this wrong? Write to the secretariat: what was declared can be declared again, and a changed amount is corrected by a credit note.
declare-title = Declare { $fact }
declare-amount = Write an amount such as 12,500.00 and the three letters of its currency, such as { $currency }.
declare-rate-missing = For another currency than { $currency }, write the rate and where it comes from.
declare-worth = This counts as { $amount }.
declare-binds = Once recorded, the fee follows from it. It can be declared again; both stay on file.
declare-act = As which act
declare-period = For which { $period }
declare-how-much = How much
declare-how-much-hint = A number, such as 12500.00
declare-currency = Currency
declare-other = If this is not { $currency }
declare-rate = Rate
declare-rate-hint = How many of your currency one { $currency } costs, such as 34.67
declare-source = Where the rate comes from
declare-record = Declare this
declare-again = Look again
declare-review = Look at what it comes to
pay-title = Pay
pay-what = membership fee
pay-now = { $amount } to be paid now
pay-leads = You go on to the page of the payment provider and come back here. Its page may be in English.
pay-stand-in = In this demonstration a stand-in answers: no money moves.
pay-by-stripe = Pay by card
pay-by-paypal = Pay by PayPal
pay-way-stripe = card
pay-way-paypal = PayPal
pay-way-cash = cash
pay-way-bank = bank
pay-no-way = It cannot be paid online here now.
pay-otherwise = Pay in another way
pay-cash = In cash when you come to a meeting: name { $numbers }.
pay-bank = By bank: write { $numbers } on the transfer, so that it finds its way.
pay-more = Pay for others, or several years, at once
pay-another = Another payment link
pay-another-hint = The link from another letter, or the part of it after “pay/”.
pay-another-button = Take it along
pay-notice = As a paper:
pay-cancelled = This invoice was taken back. Nothing is owed on it.
pay-too-often = This was tried very often. Please wait an hour and try again; nothing was taken.
pay-nothing-owed = Nothing is owed here any more.
pay-no-account = It cannot be paid in this way here.
pay-too-small = The provider takes no less than { $smallest }. Pay together with another fee, or in cash at a meeting; the fee itself is not raised.
pay-refused = The provider refused. Nothing was taken; you can try another way.
pay-uncertain = The provider does not answer now. Nothing is lost: if something was paid, it is found and booked by itself. Please try again in some minutes.
paid-title-paid = Paid
paid-title-processing = Not decided yet
paid-title-failed = Not paid
paid-title-expired = Expired
paid-paid = { $amount } has arrived. Thank you.
paid-processing = { $amount } is under way; the provider has not confirmed it yet. You need not do anything: a receipt comes by e-mail once it has arrived.
paid-failed = { $amount } was not paid. Nothing was taken.
paid-expired = This payment was not made in time. Nothing was taken.
paid-credit = A part of it was owed no more: it is in your credit and used for your next fee.
paid-looks-again = This page looks again by itself.
paid-back = Back to what was paid
paid-again = Try again
paper-receipt = Receipt
paper-credit-note = Credit note
paper-fee-notice = Fee notice
paper-number = Number
paper-on = Date
paper-from = Paid by
paper-to = To
paper-by = By
paper-reference = Reference
paper-given = Handed over
paper-credit = In credit
paper-total = Total
paper-owed = Owed
paper-due = Due by
paper-what = For
paper-for = Member
paper-invoice = Invoice
paper-amount = Amount
paper-taken-back = This invoice is taken back. What was paid on it is in credit.
paper-gift = Given freely: nothing was owed for it.
paper-by-charter = The amount follows from the charter of { $network } and from what the member declared.
paper-bank = By bank: { $bank }. Please write { $number } on the transfer.
paper-foot = { $network } · { $number }
ballot-not-open = Votes are not taken yet.
ballot-open = Votes are taken since { $from }.
ballot-open-until = Votes are taken from { $from } to { $to }.
ballot-was-open = Votes were taken from { $from } to { $to }.
ballot-secret = Votes are secret.
ballot-by-name = Votes are recorded by name.
ballot-at = At { $meeting }
ballot-verdict = Quorum and result
ballot-votes = Votes
ballot-returned = { $returned } of { $roll } on the roll have voted.
ballot-hidden = What was voted is shown when the ballot is over.
ballot-roll = The roll
ballot-roll-as-of = Who was entitled on { $on }.
ballot-roll-drawn = Drawn from what was on record on { $on }; it stays as it was then.
ballot-elector = On the roll
ballot-vote = Vote
ballot-why = Reasons
ballot-voted = has voted
ballot-not-yet = not yet
ballot-excluded = Not on the roll
ballot-roll-differs = Something was recorded later that would change the roll for: { $names }. The roll stays as it was drawn, unless two officers change it.
ballot-proof = Proof of the roll
ballot-proof-hint = Whoever keeps this number can show later that the roll was not changed: it is the SHA-256 of the roll as a text file.
ballot-page = Roll, votes and result
ballot-write-down = Record these votes
ballot-write-down-hint = Choose what each voted, in the room or on paper, then record them together. What is recorded stays.
ballot-do-close = Close the ballot
meeting-open = The meeting is open since { $opens }.
meeting-closed = The meeting was held on { $opens }.
meeting-called = Called on { $called } for { $opens }.
meeting-quorum = Quorum
meeting-there = { $there } are there, { $voting } of them with a vote; { $voters } have a vote.
meeting-projector = For the projector
meeting-minutes = Draft of the minutes
meeting-do-open = Open the meeting
meeting-do-vote = Put something to the vote
meeting-do-close = Close the meeting
meeting-people = Attendance
meeting-people-hint = Tick who came or left, then choose what to record.
meeting-who = Who
meeting-presence = Attendance
meeting-has-vote = Vote
meeting-in-room = in the room
meeting-remotely = remotely
meeting-left = left
meeting-absent = not here
meeting-mark-in-room = They are in the room
meeting-mark-remotely = They take part remotely
meeting-mark-left = They have left
meeting-ballots = Put to the vote
meeting-ballots-none = Nothing was put to the vote yet.
minutes-title = Draft of the minutes: { $meeting }
minutes-hint = Made from what is on record. Copy it, add what was said, and let those who were there agree to it.
minutes-no-vote = without a vote
minutes-decisions = Decisions
meetings-title = Meetings and ballots
meetings-none = No meeting was called yet.
meetings-call = Call a meeting
meetings-meetings = Meetings
meetings-ballots = Ballots
offices-title = Offices
offices-none = The charter names no body.
offices-no-quorum = Those who hold a seat are too few for a quorum, even if all of them come.
offices-quorum-lost = If no seat is filled by then, those who hold a seat are too few for a quorum from { $on } on.
offices-quorum-safe = Those who hold a seat are enough for a quorum, as far as terms are known.
offices-picture = Seats of { $body } over the years; the table below says the same.
offices-seat = Seat
offices-holder = Held by
offices-term = Term
offices-acts-next = Acts next
offices-no-vote = without a vote
offices-vacant = vacant
offices-vacant-since = vacant since { $on }
offices-never-filled = never filled
offices-until = until { $on }
offices-next = { $by } may fill it
offices-next-until = { $by } may fill it until { $on }
offices-before = Other terms
offices-tenure = { $who }: { $from } to { $to }
offices-for-members = Who holds which office is shown to members.
barred-closed = This ballot is closed.
barred-help-closed = A vote counts only if it is recorded before the ballot is closed.
barred-repeated = There is a vote already.
barred-help-repeated = The first one stays. Whether it was taken, the page of the ballot says.
barred-secret = Votes in this ballot are secret.
barred-help-secret = Nothing that shows how somebody voted is recorded. Vote on the page of the ballot.
barred-by-name = Votes in this ballot are by name.
barred-help-by-name = Vote on the page of the ballot.
barred-too-few = So few are on the roll that a secret vote would not stay one.
barred-help-too-few = The charter names the smallest number of voters. Ask for another way to decide.
barred-no-paper = This paper says nothing that can be counted.
barred-help-no-paper = Choose one of the answers, or write a number beside at least one name: 1 for the first, 2 for the second.
box-title = Vote in secret
box-hint = Your paper goes into a box without your name. Nobody can change it afterwards, you neither. That you took part is recorded.
box-no-candidates = Nobody stands yet.
box-numbers-hint = Write 1 beside the name you prefer most, 2 beside the next, and so on. Leave empty whom you do not rank.
box-button = Put it into the box
box-receipt-title = Your vote is in the box
box-receipt = Keep this receipt of { $ballot }. It proves that a paper was put in, and not what it says.
box-receipt-hint = When the ballot is over, all receipts are shown on its page: look for yours. If it is missing, tell the returning officer.
box-papers = { $papers } papers are in the box.
box-differs = There are not as many papers as people who took part. Do not declare a result before this is cleared up.
box-declare = Declare these numbers
box-receipts = Receipts
box-receipts-hint = Whoever voted finds their own here.
count-title = The count of { $ballot }
count-method = The charter says how: { $method }.
count-candidate = Candidate
count-link = The count
ballot-did-not = did not vote
ballot-declared = The result was declared on { $to }.
ballot-contest = Something is wrong with this roll
ballot-contested = Contested
barred-not-open = Votes are not taken yet.
barred-help-not-open = The page of the ballot says from when on.
barred-no-meeting = There is no such meeting that is open.
barred-help-no-meeting = Attendance is recorded while a meeting is open.
box-scores-hint = Write a number beside each name: the more, the better. Leave empty what you do not judge.
box-marks-hint = Choose a mark for everybody whom you find acceptable.
box-withheld = So few voted that what they voted is not shown.
barred-undivided = In this ballot a vote is given whole.
barred-help-undivided = The charter does not let the votes of one voter go different ways. Leave out how many.
barred-too-many = There are not so many votes left.
barred-help-too-many = The page of the ballot says how many are.
barred-not-officer = A roll is changed by offices and bodies, each in its own name.
barred-help-not-officer = Contest the roll instead: whoever looks after it sees your reasons.
barred-in-the-box = Their paper is in the box.
barred-help-in-the-box = It cannot be taken out: nobody knows which it is.
barred-amendment-open = An amendment to this motion is not decided yet.
barred-help-amendment-open = Put the amendments to the vote first, or withdraw them.
barred-withdrawn = This motion was withdrawn.
barred-help-withdrawn = File it anew, under another name.
motion-amends = An amendment to
motion-filed = Filed by { $by } on { $on }.
motion-withdrawn = Withdrawn on { $on }.
motion-amendments = Amendments
motion-amendments-hint = They are decided before the motion.
motion-amend = Propose an amendment
motion-file = File a motion
ballot-split-hint = Votes left: { $left }. They may go different ways, and several delegates may give them.
ballot-delegate = Delegate who gives them
ballot-left = { $left } left
ballot-changes = Changes of the roll
ballot-changes-hint = Done once two different officers say the same of somebody.
ballot-change = Change the roll
ballot-said-on = { $on }: { $by } says that { $who } is to be on the roll.
ballot-said-off = { $on }: { $by } says that { $who } is to be off the roll.
meeting-agenda = Agenda
meeting-agenda-none = Nothing is on the agenda yet.
meeting-steps = To be done for it
candidates-title = Standing for { $seat }
candidates-standing = Who stands
candidates-none = Nobody stands yet.
candidates-withdraw = Withdraw
candidates-file = Put somebody up
candidates-person = Person
candidates-person-hint = Whoever would hold the seat for the organisation, where the charter asks for a person.
candidates-eligible = Who may stand
candidates-nobody = Nobody may stand.
candidates-depends = depends on the person
candidates-kept = Who may not
offices-candidates = Who stands
barred-back-dated = A roll is changed from the day on which it is said.
barred-help-back-dated = Leave the day as it is.
barred-opened = It was put to the vote already.
barred-help-opened = A ballot opens once. Take another name for another ballot.
barred-name-taken = Something else has this name.
barred-help-name-taken = Take another name.
barred-no-motion = There is no such motion.
barred-help-no-motion = Look up its name on the page of the meeting.
barred-not-yours = This is for others to do.
barred-help-not-yours = Whoever filed it can withdraw it; members act for themselves.
barred-meeting-closed = The meeting is closed.
barred-help-meeting-closed = Its agenda stays as it was.
