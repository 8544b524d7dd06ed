## Pages of the secretariat and of operators.

menu-desk = Desk
menu-register = Register
menu-record = Record an act
notices-title = Notices
notices-intro = What was told to whom, newest first, and what became of it. Reminders and notices go out by themselves.
notices-none = Nothing was told yet. Notices that the charter asks for, deadlines that come near and changes of standing appear here.
notices-kind = Kind
notices-all = all
notices-what = What
notices-to = To
notices-about = About
notices-on = Of
notices-delivery = Delivery
notices-invite = Nobody signs in for some of these. Let somebody sign in, and they are written to from then on.
readings-adopt = Record that this was adopted
mailbox-title = Mailbox
mailbox-intro = What was written to people of this demonstration, newest first.
mailbox-none = Nothing was written yet. It appears here when somebody asks for a link to sign in.
people-title = People
people-intro = Who can sign in by e-mail, and for whom they act. What they may do there, the charter says.
people-none = Nobody yet. Invite the first below.
people-party = Acts for
people-party-hint = A member, an office or a body, as the register or the charter names it.
people-address = E-mail address
people-language = Language of letters
people-role = Role
people-dismiss = Take away
people-reset = Take password and second factor away
people-invite = Let somebody sign in
people-invite-button = Let them sign in
people-problem = This is no e-mail address, or nobody is named for whom they act. Nothing was changed.
desk-title = Desk
desk-due = Due until { $until }
desk-due-none = Nothing is due in this time.
desk-ballots = Open ballots
desk-findings = In the register, to be looked at
desk-findings-none = Every act on file counts.
desk-findings-more = and { $count } more
desk-date = The date of this demonstration
desk-date-hint = Move it and everything follows: deadlines, duties, lapses.
desk-date-button = Move to this day
desk-matters = Under way
desk-matters-none = No procedure is under way.
register-search = Name
register-search-button = Search
register-none = Nobody of that name is in the register.
register-empty = Nobody is in the register yet. Record an act to begin.
register-first = First act
register-last = Last act
register-acts = Acts
register-chain = The chain of { $count } acts holds.
register-as-of = See it as of
register-as-of-button = Show that day
register-status = Status
register-duties = Duties
register-duties-none = Nothing is owed.
register-rights = Rights
register-erased = (erased)
register-erase = Personal data
register-erase-hint = Names, addresses and other personal data of acts are kept under a key of their own. Erasing destroys the key: the acts stay, what was sealed in them is gone for good, for everybody.
register-erase-sure = Erase the personal data of { $name }. I know that nobody can undo this.
register-erase-button = Erase
register-back = The whole register
role-party = acts for the party, and no more
role-secretariat = secretariat: all screens
role-treasurer = treasurer: reads, and records what is paid
role-returning-officer = returning officer: reads, and records meetings and ballots
role-auditor = auditor: reads everything, changes nothing
import-title = Bring a table in
import-table = The table
import-hint = CSV with the columns act, by, about, on (as 2026-11-30), and one for each field. It is looked at first; nothing is recorded before you have seen what was found. 5,000 acts at most.
import-look = Look at it
import-found = What was found
import-fresh = { $count ->
    [one] One act is new.
   *[other] { $count } acts are new.
 }
import-known = { $count } are on file already and are left as they are.
import-problems = Nothing can be recorded before this is mended
import-line = Line { $line }:
import-warnings = These would be kept, and the charter would not count them
import-record = { $count ->
    [one] Record the act
   *[other] Record all { $count } acts
 }
import-done = { $count ->
    [one] One act was recorded.
   *[other] { $count } acts were recorded.
 }
import-unreadable = has another number of columns than the first line, or is no text
import-day = “{ $day }” is no day
import-missing = The column “{ $column }” is missing. Nothing was read.
import-too-many = There are more than 5,000 acts, or more than 1 MB. Bring them in parts.
register-all-acts = All acts as CSV
console-title = Console
console-database = Database
console-redis = Sessions
console-ready = ready
console-away = away
console-networks = Networks
console-none = No network is hosted yet. Host the first below.
console-network = Network
console-in-force = Charter in force from
console-findings = Findings
console-waiting = Mail waiting
console-failed = Mail given up
console-host = Host a network
console-name = Name in addresses
console-name-hint = Small letters, digits and hyphens, such as lakes.
console-files = Files
console-files-hint = The charter's versions, each named after the day from which it is in force (2026-01-31.md); with them tests (.md), labels (en.ftl), people.csv, and for a demonstration acts.jsonl.
console-host-button = Host it
console-not-made = Nothing was made
console-nothing = Nothing was made.
console-reserved = This name is the console's own.
versions-title = Files of the charter
versions-intro = What the rules are made from. Replacing a file makes a new revision; those before stay on record.
versions-not-replaced = Nothing was replaced
versions-replace = Replace files, or add some
versions-hint = Each file takes the place of the one of the same name. They are checked first, and against every act on file; with an error nothing is replaced.
versions-replace-button = Check and replace
mail-join-told-subject = Somebody wants to apply as { $name }
mail-join-told = { $address } wants to apply as { $name }, a name that is known already. If it is somebody of theirs, let them sign in on the page People; else write to them.
console-not-text = { $name } is no text in UTF-8.
import-not-text = This is no text in UTF-8. Save the table as CSV in UTF-8, and bring it again. Nothing was read.
import-twice = stands twice in this table
import-not-by-hand = { $act } is written by the platform alone

## The treasurer's screens.

money-title = Money
money-balanced = The books balance.
money-unbalanced = The books do not balance. Book nothing more, and call whoever runs the platform.
money-fees = Who owes, who paid
money-unmatched = { $count } to be matched
money-ageing = Owed, by how long it has been due
money-ageing-none = Nothing is owed.
money-age-0 = not due yet
money-age-30 = up to 30 days
money-age-60 = up to 60 days
money-age-90 = up to 90 days
money-age-more = longer
money-findings = Does not agree
money-findings-none = Everything agrees, as far as providers have been followed.
money-finding-nobody-began-it = Money that nobody here began to pay:
money-finding-other-amount = Another amount than was asked for:
money-finding-other-money = Test money and real money were mixed; nothing was booked:
money-finding-disputed = A payer disputes a payment:
money-finding-not-followed = A message of a provider cannot be followed:
money-finding-went-out = Money went out of the bank:
money-resolve-how = What was done about it
money-resolve = Resolved
money-messages = { $count } messages of providers wait to be followed; this happens by itself.
money-credits = In credit: owed to payers
money-payments = Came in
money-payments-none = Nothing came in yet.
money-nobody = (nobody known)
money-give-back = Give back
money-give-back-hint = It goes back the way it came. The fee is owed again as far as it was paid by this; the provider keeps its own fee.
money-balances = Balances
money-balances-none = Nothing was booked yet.
money-account = Account
money-export = The books as files:
money-invoices = invoices
money-close = Close a period
money-closed = Closed through { $through }: nothing is booked into it any more.
money-close-through = Through which day
money-close-hint = What comes later about that time is booked on the first open day. A closed period is not opened again.
money-close-button = Close
money-missing = There is no such member, invoice or payment.
money-refused = The provider refused: { $why }
money-uncertain = The provider does not answer now. What it did is looked at again by itself; do not repeat it.
money-amount = This is no amount that can be booked. Write USD 15.00; what cash counts as may be one unit from what it is worth.
money-authority = Say who decided this and why.
money-second-person = Somebody else has to approve this, signed in by their own address.
money-wrong-key = This key is of the wrong kind. Stripe: a restricted key (rk_live_…) with write access to Checkout Sessions and Refunds and read access to Charges, PaymentIntents, Balance, Disputes and Payouts, and the signing secret of the webhook. PayPal: client, secret and the webhook's identifier.
money-day = This day cannot be used: it is no day, it is to come, or its period is closed.
money-issued = { $count } invoices were issued.
money-issued-rest = { $unchanged } stood already; of { $blocked } members something is missing; { $nothing } owe nothing or had settled before.
money-fee = Fee
money-period = Period
money-group = Group
money-tier = Asked
money-state = State
money-show = Show
money-asked = Asked for
money-received = Received or given up
money-open = Owed
money-member = Member
money-fees-none = Nothing was invoiced for this period yet.
money-issue = Invoice everybody
money-issue-hint = The charter is asked about every member. Done again, only what it answers differently by now changes. Whoever signs in for a member gets a letter with a link to pay.
money-issue-button = Invoice { $fee } { $period }
fee-state = { $name ->
    [open] owed
    [partial] partly paid
    [late] overdue
    [settled] settled
    [blocked] something is missing
   *[nothing] nothing asked
}
money-link = Whoever has this link can pay:
money-entries = Booked
money-on-authority = on the authority of
entry = { $name ->
    [issue] invoiced
    [online] paid online
    [cash] paid in cash
    [bank] at the bank
    [match] matched
    [credit] paid from credit
    [fee] fee of the provider
    [refund] given back
    [refund-failed] came back
    [dispute] disputed
    [dispute-won] dispute won
    [dispute-lost] dispute lost
    [credit-note] taken back
    [waiver] waived
    [write-off] written off
    [deposit] brought to the bank
    [payout] paid out
   *[other] { $name }
}
money-give-up = Give up what is owed
money-give-up-hint = Waived: the fee counts as settled. Written off: it is lost for the books, and stays unsettled for the charter.
money-authority-label = Who decided it, and when
money-reason = Why
money-waive = Waive
money-write-off = Write off
money-take-back = Take the invoice back
money-take-back-hint = By a credit note: the number stays. What was paid on it is the member's credit.
cash-title = Cash desk
cash-taken = Booked. Receipt
cash-payer = Who pays
cash-amount = Handed over
cash-other = If it is another currency than the fee's
cash-rate = Rate
cash-rate-hint = How many of the currency handed over one unit of the fee's currency costs, such as 34.67
cash-counts-as = Counts as
cash-counts-as-hint = Left empty: what it is worth. USD 15.00, if a few cents more or less shall settle the fee; the difference is booked.
cash-place = Where, such as the meeting
cash-counted-by = Who counted it with you
cash-on = On
cash-button = Book
cash-sheet = Sheet for a meeting
cash-sheet-hint = Print it, let payers sign, book it afterwards: each entry on its day.
cash-none-open = Nothing is owed.
cash-signature = Amount, signature
cash-deposit = Bring cash to the bank
cash-nothing = There is no cash.
cash-counted = Counted at the bank
cash-deposit-button = Book the deposit
bank-title = Bank
bank-brought = { $new } new lines, { $known } known; { $matched } matched by themselves.
bank-unreadable = Nothing was brought. These lines of the file cannot be read (a date such as 2026-11-30, an amount such as 15.00, a currency, a reference):
bank-file = Statement
bank-file-hint = A table (CSV) with the columns date, amount, currency, reference, text. A line that was brought before is passed over; lines that name an invoice are matched by themselves.
bank-bring = Bring it
bank-lines = Lines
bank-none = No statement was brought yet.
bank-text = Text
bank-whose = Whose
bank-match = It is theirs
bank-unmatched = not known yet
settings-title = Accounts and payee
settings-intro = Where money goes is changed by two people: one proposes, another approves, and it holds a day later. Keys are sealed and never shown again.
settings-untried = What stands here was built against the providers' published interfaces and tried with stand-ins. It has not been tried against the test modes of Stripe and PayPal yet.
settings-now = Holds now
settings-mode = { $name ->
    [live] real money
    [test] the provider's test mode
   *[other] stand-in: no money moves
}
settings-key-end = key ends in { $end }
settings-payee = Payee
settings-no-account = Nothing can be paid online yet.
settings-proposed = Proposed
settings-proposed-none = Nothing is proposed.
settings-holds-from = holds from { $from }
settings-approve = Approve
settings-withdraw = Withdraw
settings-propose-account = Propose an account
settings-provider = Provider
settings-mode-label = For
settings-client = PayPal: client
settings-key = Key
settings-key-hint = Stripe: a restricted key. PayPal: the client's secret.
settings-webhook = Webhook
settings-webhook-hint = Stripe: the signing secret, or two while one is exchanged. PayPal: the webhook's identifier. Let the provider send to { $address } followed by stripe or paypal.
settings-connected = Stripe Connect: the connected account, if the key is a platform's
settings-donations = The account may take what is given without being owed (ask the provider)
settings-propose = Propose
settings-propose-payee = Propose a payee
settings-name = Name
settings-address = Address
settings-bank = Bank account, as payers need it
settings-nobody = You came by an operator's link. To propose or approve, sign in by your own address.
