# What the network calls the names of its charter, in Khmer. Not yet reviewed by a native reader.

# Bodies, offices, classes
general-conference = មហាសន្និបាត
steering-committee = គណៈកម្មាធិការដឹកនាំ
management-team = ក្រុមគ្រប់គ្រង
secretariat = លេខាធិការដ្ឋាន
coordinator = អ្នកសម្របសម្រួលតំបន់
chair = ប្រធាន
special = អាសនៈពិសេស
regular-member = សមាជិកធម្មតា
associate = សហការី
member = សមាជិក
applicant = អ្នកដាក់ពាក្យសុំ
nominee = បេក្ខជន
organisation = អង្គការ
person = បុគ្គល
anyone = អ្នកណាក៏បាន
proposal = សំណើ
motion = ញត្តិ
meeting = កិច្ចប្រជុំ
ballot = ការបោះឆ្នោត
contact = អ្នកទំនាក់ទំនង
alternate = អ្នកជំនួស

# Membership and fees
enrol = ចុះឈ្មោះជាសមាជិក
enrol-associate = ចុះឈ្មោះជាសហការី
update-contacts = កែព័ត៌មានទំនាក់ទំនងឱ្យទាន់សម័យ
re-confirm = បញ្ជាក់សមាជិកភាពឡើងវិញ
request-re-confirmation = ស្នើឱ្យបញ្ជាក់សមាជិកភាពឡើងវិញ
membership-fee = ថ្លៃសមាជិកភាព
lapsed = សមាជិកដែលផុតសមាជិកភាព

# Applications
admission = ការទទួលចូលជាសមាជិក
associate-admission = ការទទួលចូលជាសហការី
apply = ដាក់ពាក្យសុំចូលជាសមាជិក
apply-associate = ដាក់ពាក្យសុំធ្វើជាសហការី
supplement = បំពេញបន្ថែមពាក្យសុំ
endorse = គាំទ្រពាក្យសុំ
inform-members = ជូនដំណឹងដល់សមាជិក
letter-to-applicant = ផ្ញើលិខិតជូនអ្នកដាក់ពាក្យសុំ
opinion = ផ្តល់យោបល់
opinions = ការផ្តល់យោបល់
object = ជំទាស់
close-investigation = បញ្ចប់ការអង្កេត
advise-of-objection = ជូនដំណឹងអ្នកដាក់ពាក្យសុំអំពីការជំទាស់
admit-applicant = ការសម្រេចទទួលអ្នកដាក់ពាក្យសុំ
works-on-migration = អង្គការធ្វើការលើបញ្ហាចំណាកស្រុក
shares-vision = អង្គការមានចក្ខុវិស័យដូច MMN
own-country-not-possible = អ្នកដាក់ពាក្យសុំរកអ្នកគាំទ្រក្នុងប្រទេសខ្លួនមិនបាន
excluded-party = គណបក្សដែលមិនអាចចូលជាសមាជិក

# What acts say
country = ប្រទេស
kind = ប្រភេទអង្គការ
associate-kind = ប្រភេទសហការី
chose-associate = ជ្រើសធ្វើជាសហការី
electoral-party = គណបក្សនយោបាយដែលចូលប្រកួតក្នុងការបោះឆ្នោត
agrees-in-full = ការយល់ព្រមទាំងស្រុង
annual-income = ចំណូលប្រចាំឆ្នាំ
year = ឆ្នាំ
calendar-year = ឆ្នាំប្រតិទិន
fiscal-year = ឆ្នាំហិរញ្ញវត្ថុ
constitution = លក្ខន្តិកៈ
annual-report = របាយការណ៍ប្រចាំឆ្នាំ
letter = លិខិតគាំទ្រ
request = លិខិតស្នើសុំ
document = ឯកសារ
view = យោបល់
reasons = មូលហេតុ
occasion = ឱកាស
period = រយៈពេល

# Kinds of organisations and of associates
migrant-workers = អង្គការពលករចំណាកស្រុក
ngo = អង្គការក្រៅរដ្ឋាភិបាល
community-based = អង្គការសហគមន៍មូលដ្ឋាន
non-profit = អង្គការមិនរកប្រាក់ចំណេញ
grassroots = អង្គការថ្នាក់មូលដ្ឋាន
mass = អង្គការមហាជន
youth = អង្គការយុវជន
trade-union = សហជីព
womens = អង្គការស្ត្រី
faith-based = អង្គការសាសនា
academic = គ្រឹះស្ថានសិក្សា ឬស្រាវជ្រាវ
other-civil-society = អង្គការសង្គមស៊ីវិលផ្សេងទៀត
individual = បុគ្គលម្នាក់
ngo-network = បណ្តាញអង្គការក្រៅរដ្ឋាភិបាល
civil-society-outside = អង្គការសង្គមស៊ីវិលក្រៅមហាអនុតំបន់មេគង្គ
development-agency = ទីភ្នាក់ងារអភិវឌ្ឍន៍
international-ngo = អង្គការក្រៅរដ្ឋាភិបាលអន្តរជាតិ
intergovernmental = អង្គការអន្តររដ្ឋាភិបាល
government = ទីភ្នាក់ងាររដ្ឋាភិបាល

# Countries and languages
Burma = ភូមា
Myanmar = មីយ៉ាន់ម៉ា
Burma-Myanmar = ភូមា/មីយ៉ាន់ម៉ា
Cambodia = កម្ពុជា
China = ចិន
Yunnan = យូណាន
Guangxi = ក្វាងស៊ី
Yunnan-China = យូណាន/ចិន
Lao-PDR = ឡាវ
Laos = ឡាវ
Thailand = ថៃ
Vietnam = វៀតណាម
en = ភាសាអង់គ្លេស
my = ភាសាភូមា
km = ភាសាខ្មែរ
lo = ភាសាឡាវ
th = ភាសាថៃ
vi = ភាសាវៀតណាម
zh = ភាសាចិន

# Rights
vote = បោះឆ្នោត
stand = ឈរឈ្មោះ
decide = សម្រេច
attend = ចូលរួម
fill = បំពេញអាសនៈ

# General Conference
conference-resolution = សេចក្តីសម្រេចរបស់មហាសន្និបាត
conference-quorum = កូរ៉ុមមហាសន្និបាត
voting-quorum = កូរ៉ុមអ្នកមានសិទ្ធិបោះឆ្នោត
financial-report = ដាក់របាយការណ៍ហិរញ្ញវត្ថុ
activity-report = ដាក់របាយការណ៍សកម្មភាព
present-financial-report = បង្ហាញរបាយការណ៍ហិរញ្ញវត្ថុ
present-activity-report = បង្ហាញរបាយការណ៍សកម្មភាព

# Steering Committee, Management Team, staff
voting-seats = អាសនៈមានសិទ្ធិបោះឆ្នោត
chair-vacant = ប្រធានទំនេរ
chair-elected = ជ្រើសរើសប្រធានរួច
elect-chair = ការបោះឆ្នោតជ្រើសរើសប្រធាន
elect-new-chair = ជ្រើសរើសប្រធានថ្មី
approve-budget = អនុម័តថវិកា
designate-representative = ចាត់តាំងអ្នកតំណាង
form-management-team = បង្កើតក្រុមគ្រប់គ្រង
report-to-committee = រាយការណ៍ជូនគណៈកម្មាធិការដឹកនាំ
operational-matters = កិច្ចការប្រតិបត្តិការ
staffing-matters = កិច្ចការបុគ្គលិក
overall-budget = ថវិការួម
seats = អាសនៈ
conference-matters = កិច្ចការរបស់មហាសន្និបាត
succession = ការស្នងតំណែង
nominate = ស្នើបេក្ខជន
inform-of-nomination = ជូនដំណឹងអំពីការស្នើបេក្ខជន
opinion-on-nominee = ផ្តល់យោបល់លើបេក្ខជន
forms-sent = ផ្ញើសន្លឹកឆ្នោត
choose-nominee = ការជ្រើសរើសបេក្ខជន
approve-committee-member = ការយល់ព្រមលើសមាជិកគណៈកម្មាធិការដឹកនាំ
sign-contract = ចុះកិច្ចសន្យាការងារ
update-job-description = កែការពិពណ៌នាការងារឱ្យទាន់សម័យ

# Notices
contact-change = ដំណឹងអំពីការប្តូរព័ត៌មានទំនាក់ទំនង
loss-of-vote = ដំណឹងអំពីការបាត់បង់សិទ្ធិបោះឆ្នោត
re-confirmation-request = សំណើឱ្យបញ្ជាក់សមាជិកភាពឡើងវិញ
lapse = ដំណឹងអំពីការខកខានបញ្ជាក់សមាជិកភាព
new-application = ដំណឹងអំពីពាក្យសុំថ្មី
six-month-letter = លិខិតអំពីរយៈពេលប្រាំមួយខែ
objection-advised = ដំណឹងអំពីការជំទាស់
outcome-of-application = ដំណឹងអំពីលទ្ធផលពាក្យសុំ
nomination = ដំណឹងអំពីការស្នើបេក្ខជន
voting-form = សន្លឹកឆ្នោត

# States
none = អ្នកក្រៅបណ្តាញ
not-begun = មិនទាន់ចាប់ផ្តើម
incomplete = មិនទាន់ពេញលេញ
complete = ពេញលេញ
investigating = កំពុងអង្កេត
to-decide = រង់ចាំការសម្រេច
overdue = ហួសកំណត់
carried = បានអនុម័ត
not-carried = មិនបានអនុម័ត
refused = បានបដិសេធ
approved = បានយល់ព្រម
not-approved = មិនបានយល់ព្រម
open = មិនទាន់បំពេញ
done = បានបំពេញ
cured = បំពេញយឺត តែមានសុពលភាព
missed = ខកខាន
due = ត្រូវធ្វើ
held = មានអ្នកកាន់
vacant = ទំនេរ

# Why a seat is vacant
left-organisation = បានចាកចេញពីអង្គការ
left-committee = បានចាកចេញពីគណៈកម្មាធិការដឹកនាំ
died = បានទទួលមរណភាព
incapacitated = មិនអាចបំពេញការងារបាន
no-longer-member = លែងជាសមាជិក
term-ended = ចប់អាណត្តិ
never-filled = មិនធ្លាប់មានអ្នកកាន់

# Acts of the platform
adopt-charter = អនុម័តធម្មនុញ្ញ
adopt-reading = អនុម័តការបកស្រាយ
assess-fee = កំណត់ថ្លៃត្រូវបង់
settle-fee = ទូទាត់ថ្លៃ
reopen-fee = បើកការទូទាត់ថ្លៃឡើងវិញ
waive-fee = លើកលែងថ្លៃ
send-notice = ផ្ញើសេចក្តីជូនដំណឹង
deliver-notice = សេចក្តីជូនដំណឹងបានទៅដល់
fail-notice = សេចក្តីជូនដំណឹងមិនបានទៅដល់
call-meeting = កោះប្រជុំ
open-meeting = បើកកិច្ចប្រជុំ
close-meeting = បិទកិច្ចប្រជុំ
leave = ចាកចេញ
fix-roll = កំណត់បញ្ជីអ្នកបោះឆ្នោត
file-motion = ដាក់ញត្តិ
open-ballot = បើកការបោះឆ្នោត
close-ballot = បិទការបោះឆ្នោត
cast = បោះឆ្នោត
casting-vote = ប្រើសំឡេងឧត្តមានុភាព
declare-result = ប្រកាសលទ្ធផល
record-finding = កត់ត្រាសេចក្តីសន្និដ្ឋាន
seat = កាន់អាសនៈ
unseat = ចាកចេញពីអាសនៈ
create-seat = បង្កើតអាសនៈ
retain-seat = រក្សាទុកអាសនៈ
assign-cohort = ចាត់ចូលក្រុមអាណត្តិ
delegate = ផ្ទេរសិទ្ធិ
revoke-delegation = ដកសិទ្ធិដែលបានផ្ទេរ

# What acts of the platform say
version = កំណែ
reading = ការបកស្រាយ
option = ជម្រើស
table = តារាងថ្លៃ
amount = ចំនួនទឹកប្រាក់
notice = សេចក្តីជូនដំណឹង
opens = ថ្ងៃបើក
mode = របៀបចូលរួម
decision = សេចក្តីសម្រេច
choice = ជម្រើសបោះឆ្នោត
holder = អ្នកបោះឆ្នោតជំនួស
yes = បាទ/ចាស
no = ទេ
abstain = អនុប្បវាទ
returned = ចំនួនសន្លឹកឆ្នោតទទួលមកវិញ
present = អ្នកមានវត្តមាន
present-at-opening = អ្នកមានវត្តមានពេលបើក
roll = បញ្ជីអ្នកបោះឆ្នោត
elected = អ្នកជាប់ឆ្នោត
finding = សេចក្តីសន្និដ្ឋាន
holds = ត្រឹមត្រូវ
until = រហូតដល់
for = សម្រាប់
replaces = ជំនួសអ្នកមុន
cause = មូលហេតុ
filled-by = អ្នកបំពេញអាសនៈ
community = សហគមន៍
cohort = ក្រុមអាណត្តិ
power = សិទ្ធិដែលផ្ទេរ
declare-income = ប្រកាសចំណូល
