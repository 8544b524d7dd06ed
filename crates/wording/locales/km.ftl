# Quorate in Khmer. Not yet reviewed by a native reader.

severity-error = កំហុស
severity-warning = ការព្រមាន
severity-info = កំណត់សម្គាល់
did-you-mean = តើអ្នកចង់សរសេរ `{ $suggestion }` មែនទេ?

label-first = ទីមួយនៅត្រង់នេះ
label-threshold = កម្រិតកំណត់ដែលផ្ទុយនឹងចំណុចនេះ

## Answers

answer-because = ពីព្រោះ
answer-would-change = អ្វីដែលអាចធ្វើឱ្យចម្លើយនេះប្រែប្រួល
answer-readings = ផ្អែកលើ
answer-horizon = បើគ្មានសកម្មភាពថ្មី ចម្លើយនេះមិនប្រែប្រួលមុន { $date } ទេ
answer-no-horizon = បើគ្មានសកម្មភាពថ្មី ចម្លើយនេះមិនប្រែប្រួលទេ

cites-clause = ប្រការ { $clause }
cites-act = សកម្មភាព { $act }
cites-reading = តាមការបកស្រាយ { $reading }

value-yes = បាទ/ចាស
value-no = ទេ
value-nobody = គ្មាននរណា
value-nothing = គ្មានអ្វី
value-until = { $state } រហូតដល់ { $until }
value-silent = ធម្មនុញ្ញគ្មានវិធានអំពីរឿងនេះទេ (ប្រការ { $clause })
value-not-on-file = អត្ថបទដែលជាធរមាននៅពេលនោះ មិនមានរក្សាទុកទេ (កំណែ { $version })

need-fact = មិនទាន់ដឹង៖ `{ $fact }` របស់ { $of } មិនមានក្នុងបញ្ជី
need-reading = មិនទាន់ដឹង៖ ការបកស្រាយ `{ $reading }` មិនទាន់មានជម្រើសដែលបានស្នើ ឬអនុម័ត
need-decision = មិនទាន់ដឹង៖ { $of } មិនទាន់បានសម្រេចអំពី { $on }

item = { $item }  [ប្រការ { $clause }]

remedy-acts = { $acts } → { $then }
remedy-date = រង់ចាំរហូតដល់ { $date } → { $then }
remedy-and = {" "}និង{" "}

reading-adopted = ការបកស្រាយ `{ $reading }`៖ { $option }
reading-provisional = ការបកស្រាយ `{ $reading }`៖ { $option } (បណ្តោះអាសន្ន៖ បានស្នើ តែមិនទាន់អនុម័ត)
reading-open = ការបកស្រាយ `{ $reading }`៖ នៅចំហ

## Reasons

because-granted = { $to } មានសិទ្ធិ { $right }
because-not-granted = គ្មានវិធានណាផ្តល់ឱ្យ { $who } នូវសិទ្ធិ { $right } ទេ
because-lost = បាត់បង់សិទ្ធិ { $right }{ $since-given ->
    [no] {""}
   *[yes] {" "}តាំងពី { $since }
 }
because-kept = នៅរក្សាសិទ្ធិ { $right } ដដែល ទោះបីមានប្រការ { $despite } ក៏ដោយ
because-not-restored = ចាប់ពី { $since } មក គ្មានអ្វីដែលនាំឱ្យបានសិទ្ធិនេះមកវិញទេ
because-member = { $who } ជា { $class } តាំងពី { $since }
because-not-member = { $who } មិនមែនជា { $class } ទេ
because-membership-ended = { $who } លែងជា { $class } ចាប់ពី { $on }{ $status-given ->
    [no] {""}
   *[yes] {" "}({ $status })
 }
because-status = { $who } ជា { $status }{ $since-given ->
    [no] {""}
   *[yes] {" "}តាំងពី { $since }
 }
because-no-status = { $who } មិនមែនជា { $status } ទេ
because-duty-done = កាតព្វកិច្ច { $duty } សម្រាប់ { $of } បានបំពេញនៅ { $on }
because-duty-cured = កាតព្វកិច្ច { $duty } សម្រាប់ { $of } បានបំពេញយឺតនៅ { $on } ប៉ុន្តែមានសុពលភាព
because-duty-missed = កាតព្វកិច្ច { $duty } សម្រាប់ { $of } ខកខានតាំងពី { $since }
because-duty-open = កាតព្វកិច្ច { $duty } សម្រាប់ { $of } អាចបំពេញបានរហូតដល់ { $due }
because-duties-missed = កាតព្វកិច្ច { $duty } បានខកខានចំនួន { $count } ដង
because-duties-not-missed = កាតព្វកិច្ច { $duty } មិនបានខកខានចំនួន { $count } ដង តាមរបៀបនេះទេ
because-act-on-file = { $act }{ $by-given ->
    [no] {""}
   *[yes] {" "}ដោយ { $by }
 } នៅ { $on }
because-no-act = ក្នុងបញ្ជីមិនមានសកម្មភាព { $act } សម្រាប់ { $who } ទេ
because-act-without-effect = សកម្មភាព { $act } ដោយ { $by } នៅ { $on } គ្មានសុពលភាពទេ
because-fact = { $fact } របស់ { $who }៖ { $value }
because-fact-missing = { $fact } របស់ { $who } មិនមានក្នុងបញ្ជីទេ
because-row = { $table } ({ $band })៖ { $value }
because-no-row = តារាង { $table } គ្មានជួរសម្រាប់ករណីនេះទេ
because-holds = { $left } { $comparison } { $right }
because-does-not-hold = លក្ខខណ្ឌ { $left } { $comparison } { $right } មិនបានបំពេញទេ
because-defined = { $who-given ->
    [no] { $name } គ្រប់ហើយ
   *[yes] { $who } ជា { $name }
 }
because-not-defined = { $who-given ->
    [no] { $name } មិនគ្រប់ទេ
   *[yes] { $who } មិនមែនជា { $name } ទេ
 }
because-settled = { $table } សម្រាប់ { $of } បានទូទាត់រួចហើយ
because-not-settled = { $table } សម្រាប់ { $of } មិនទាន់បានទូទាត់ទេ{ $due-given ->
    [no] {""}
   *[yes] {" "}(ថ្ងៃផុតកំណត់៖ { $due })
 }
because-found = { $holds ->
    [yes] បានសន្និដ្ឋានថា { $finding }
   *[other] បានសន្និដ្ឋានថា មិនមែន { $finding } ទេ
 }
because-not-found = { $by } មិនទាន់បានសន្និដ្ឋានថា { $finding } ទេ
because-counted = { $set }៖ { $number }
because-quorate = { $decision } គ្រប់កូរ៉ុម
because-not-quorate = { $decision } មិនគ្រប់កូរ៉ុមទេ
because-carried = { $decision } ត្រូវបានអនុម័តនៅ { $on }
because-not-carried = { $decision } មិនត្រូវបានអនុម័តទេ (នៅ { $on })
because-tie = សំឡេងឆ្នោតស្មើគ្នា ដូច្នេះ { $decision } ត្រូវសម្រេចដោយ { $rule }
because-undecided = { $decision } មិនទាន់បានសម្រេចនៅឡើយទេ
because-too-early = { $decision } នៅ { $on } ធ្វើឡើងមុនពេលកំណត់ ដូច្នេះគ្មានសុពលភាពទេ{ $not-before-given ->
    [no] {""}
   *[yes] ៖ មិនអាចមុន { $not-before } ទេ
 }
because-on-roll = { $who } មានឈ្មោះក្នុងបញ្ជីអ្នកបោះឆ្នោត ({ $roll }) គិតត្រឹម { $on }
because-put-on-roll = { $who } ត្រូវបាន { $first } និង { $second } បញ្ចូលក្នុងបញ្ជីអ្នកបោះឆ្នោត នៅ { $on }
because-struck-from-roll = { $who } ត្រូវបាន { $first } និង { $second } លុបឈ្មោះចេញពីបញ្ជីអ្នកបោះឆ្នោត នៅ { $on }
because-not-on-roll = { $who } មិនមានឈ្មោះក្នុងបញ្ជីអ្នកបោះឆ្នោត ({ $roll }) គិតត្រឹម { $on } ទេ
because-may-act = សកម្មភាព { $act } គឺសម្រាប់ { $by } ធ្វើ
because-may-not-act = { $who } មិនអាច { $act } បានទេ៖ សកម្មភាពនេះសម្រាប់ { $by } ធ្វើ
because-began = { $procedure } ចំពោះ { $of } បានចាប់ផ្តើមនៅ { $on }
because-not-begun = { $procedure } ចំពោះ { $of } មិនទាន់បានចាប់ផ្តើមទេ
because-complete = { $procedure } បានពេញលេញនៅ { $on }
because-need-met = មានហើយ៖ { $what } (តាំងពី { $on })
because-need-missing = នៅខ្វះ៖ { $what }
because-step-open = { $act } នៅត្រូវធ្វើដោយ { $by }{ $due-given ->
    [no] {""}
   *[yes] {" "}យ៉ាងយូរត្រឹម { $due }
 }
because-step-done = { $act } បានធ្វើរួចនៅ { $on }
because-window-open = { $window } បើករហូតដល់ { $until }
because-window-closed = { $window } បានបិទនៅ { $on }
because-investigating = { $by } បានជំទាស់នៅ { $on } ហើយការជំទាស់នេះកំពុងត្រូវបានអង្កេត
because-investigated = ការអង្កេតបានបញ្ចប់នៅ { $on }
because-deadline = ថ្ងៃផុតកំណត់សម្រាប់ { $what } គឺ { $on }
because-overdue = { $what } ហួសកំណត់តាំងពី { $since }
because-seat-held = { $by } កាន់អាសនៈ { $seat }{ $until-given ->
    [no] {""}
   *[yes] {" "}រហូតដល់ { $until }
 }
because-seat-vacant = អាសនៈ { $seat } ទំនេរ{ $since-given ->
    [no] {""}
   *[yes] {" "}តាំងពី { $since }
 } ({ $cause })
because-fills = { $by } ជាអ្នកបំពេញអាសនៈនេះ{ $from-given ->
    [no] {""}
   *[yes] {" "}ដោយជ្រើសពី { $from }
 }{ $same-given ->
    [no] {""}
   *[yes] {" "}ក្នុង { $same } តែមួយ
 }{ $until-given ->
    [no] {""}
   *[yes] {" "}យ៉ាងយូរត្រឹម { $until }
 }
because-term-limit = { $who } បានកាន់ { $terms } អាណត្តិជាប់គ្នា (អនុញ្ញាតយ៉ាងច្រើន { $limit }){ $again-given ->
    [no] {""}
   *[yes] {" "}ហើយអាចកាន់ម្តងទៀតចាប់ពី { $again }
 }
because-terms-left = { $who } បានកាន់ { $terms } អាណត្តិជាប់គ្នា (អនុញ្ញាតយ៉ាងច្រើន { $limit })
because-already-seated = { $who } កាន់ { $seat } រួចហើយ
because-back-planned = { $step }៖ { $span } មុន គឺត្រឹម { $by }
because-interval = គិតពី { $meeting } លើកមុន (នៅ { $last }) លើកក្រោយត្រូវបើកយ៉ាងយូរត្រឹម { $by }
because-silent = ធម្មនុញ្ញមិនចែងអំពី { $about } ទេ
because-version = កំណែដែលជាធរមានតាំងពី { $from }
because-delegated = { $power } អាចផ្ទេរឱ្យ { $to } បាន
because-kept-back = { $matter } មិនអាចផ្ទេរបានទេ គឺនៅជាសមត្ថកិច្ចរបស់ { $of }
because-not-from-there = { $who } មិនមែនជា{ $from-given ->
    [no] អ្នក
   *[yes] {" "}{ $from }
 }{ $same-given ->
    [no] {""}
   *[yes] {" "}ក្នុង { $same } តែមួយជាមួយអ្នកកាន់អាសនៈមុន
 } ដែលត្រូវជ្រើសមកបំពេញអាសនៈនេះទេ
because-too-few-voters = មានអ្នកបោះឆ្នោតចំនួន { $voters } ក្នុង { $decision } ប៉ុន្តែត្រូវមានយ៉ាងតិច { $least } ទើបអាចជាប់ឆ្នោត

## Findings

finding-Q2001 = បន្ទាត់ { $line } មិនមែនជាសកម្មភាពទេ៖ { $why }
help-Q2001 = បន្ទាត់នីមួយៗជាវត្ថុ JSON មួយ ដែលមាន `id`, `act` និង `on`។ សូមមើលទម្រង់នៃសកម្មភាព។
finding-Q2002 = បន្ទាត់ { $line }៖ គ្មានសកម្មភាពឈ្មោះ `{ $act }` ទេ
help-Q2002 = សូមប្រើសកម្មភាពដែលធម្មនុញ្ញកំណត់ ឬសកម្មភាពរបស់ប្រព័ន្ធផ្ទាល់។
finding-Q2003 = បន្ទាត់ { $line }៖ `{ $act }` គ្មានវាល `{ $field }` ទេ
help-Q2003 = សូមប្រើវាលដែលធម្មនុញ្ញកំណត់សម្រាប់សកម្មភាពនេះ។
finding-Q2004 = បន្ទាត់ { $line }៖ វាល `{ $field }` នៃ `{ $act }`៖ { $why }
help-Q2004 = សូមបំពេញតាមប្រភេទតម្លៃដែលធម្មនុញ្ញកំណត់។
finding-Q2005 = បន្ទាត់ { $line }៖ `{ $act }` ខ្វះវាល `{ $field }`
help-Q2005 = សូមបន្ថែមវាលនេះ។ បើគ្មានវាលនេះ សកម្មភាពមិនអាចមានអានុភាពទេ។
finding-Q2006 = សកម្មភាព `{ $line }`៖ { $who } មិនអាច { $act } នៅ { $on } បានទេ
help-Q2006 = សកម្មភាពនេះនៅរក្សាទុក ប៉ុន្តែគ្មានអានុភាពទេ។ សូមកែអ្នកធ្វើ ឬកាលបរិច្ឆេទ។
finding-Q2007 = សកម្មភាព `{ $line }`៖ { $act } នៅ { $on } គ្មានអានុភាពទេ
help-Q2007 = សកម្មភាពនេះនៅរក្សាទុក ប៉ុន្តែនៅថ្ងៃនោះ មិនត្រូវតាមលក្ខខណ្ឌដែលធម្មនុញ្ញកំណត់សម្រាប់សកម្មភាពនេះទេ។
finding-Q2008 = បន្ទាត់ { $line }៖ លេខសម្គាល់ `{ $act }` មានប្រើរួចហើយនៅបន្ទាត់ { $first }
help-Q2008 = សកម្មភាពនីមួយៗមានលេខសម្គាល់ផ្ទាល់របស់វា។ ដើម្បីកែសកម្មភាពណាមួយ សូមដាក់លេខសម្គាល់របស់វាក្នុង `supersedes`។
finding-Q2009 = បន្ទាត់ { $line }៖ { $act } កែ `{ $corrected }` ដែលមិនមានក្នុងបញ្ជី
help-Q2009 = សូមដាក់លេខសម្គាល់នៃសកម្មភាពណាមួយក្នុងបញ្ជីនេះ។
finding-Q2010 = សកម្មភាព { $act } និង { $other } មិនអាចពិតទាំងពីរបានទេ
help-Q2010 = សូមកែសកម្មភាពណាមួយ ដោយកត់ត្រាសកម្មភាពថ្មីជំនួសវា។
finding-Q2011 = បន្ទាត់ { $line }៖ { $act } មានអានុភាពនៅ { $on } គឺក្រោយថ្ងៃដែលបានសួរ
help-Q2011 = សកម្មភាពនេះមិនទាន់រាប់បញ្ចូលទេ។ រយៈពេលដែលចម្លើយមិនប្រែប្រួល បានគិតដល់សកម្មភាពនេះហើយ។
finding-Q2012 = { $file } អានមិនបានទេ៖ { $why }
help-Q2012 = សូមពិនិត្យទីតាំងឯកសារ ហើយពិនិត្យថាឯកសារនេះជាអត្ថបទ UTF-8 ធម្មតា។
finding-Q2013 = សកម្មភាព `{ $line }`៖ សំឡេងឆ្នោតរបស់ { $who } ក្នុង { $ballot } គ្មានសុពលភាពទេ៖ { $why ->
    [out-of-time] ការបោះឆ្នោតនេះមិនបើកនៅ { $on } ទេ
    [repeated] មានសំឡេងឆ្នោតមុននេះរួចហើយ
    [not-on-roll] { $who } គ្មានសំឡេងក្នុងការបោះឆ្នោតនេះទេ
    [too-many] សំឡេងដែលនៅសល់របស់ { $who } មានតិចជាងនេះ
   *[proxy] អ្នកដែលបោះឆ្នោតជំនួស មិនអាចបោះជំនួសអ្នកច្រើនបែបនេះបានទេ
 }
help-Q2013 = សកម្មភាពនេះនៅរក្សាទុក។ បើកត់ត្រាខុស សូមកែដោយកត់ត្រាសកម្មភាពថ្មីជំនួសវា។
finding-Q2014 = សកម្មភាព `{ $line }`៖ { $asked ->
    [secret] វាបង្ហាញថា { $who } បោះឆ្នោតយ៉ាងណា ប៉ុន្តែសំឡេងឆ្នោតក្នុង { $decision } ជាការសម្ងាត់
   *[by-name] ក្នុងបញ្ជីមានតែចំនួន ប៉ុន្តែសំឡេងឆ្នោតក្នុង { $decision } ត្រូវមានឈ្មោះអ្នកបោះ
 }
help-Q2014 = { $asked ->
    [secret] សូមកត់ត្រាថានរណាបានចូលរួម ហើយប្រកាសចំនួនដោយ `declare-result`។
   *[by-name] សូមកត់ត្រាសំឡេងឆ្នោតនីមួយៗដោយ `cast`។
 }
finding-Q2015 = សកម្មភាព `{ $line }`៖ { $holder } បានកាន់អាសនៈ { $seat } នៅ { $on } ប៉ុន្តែមិនស្ថិតក្នុងចំណោមអ្នកដែលត្រូវជ្រើសមកបំពេញអាសនៈនេះទេ
help-Q2015 = អាសនៈនេះរាប់ថាមានអ្នកកាន់។ សូមសួរ `may … stand for …` ដើម្បីដឹងថា ធម្មនុញ្ញតម្រូវអ្វីខ្លះពីអ្នកដែលបំពេញអាសនៈ។
finding-Q2016 = សកម្មភាព `{ $line }`៖ { $table } បានកំណត់ចំនួន { $assessed } ប៉ុន្តែតាមធម្មនុញ្ញ គឺ { $owed-given ->
    [no] មិនទាន់ដឹងចំនួននៅឡើយ
   *[yes] { $owed }
 }
help-Q2016 = ចំនួនដែលត្រូវបង់ កំណត់តាមធម្មនុញ្ញ។ សូមកែចំនួនដែលបានកំណត់ ឬព័ត៌មានដែលចំនួននោះផ្អែកលើ។

## Rules, paraphrased from their checked form

rule-charter = នេះជា «{ $title }» ជាធរមានតាំងពី { $from }។
rule-period = `{ $name }` ជារយៈពេលមួយរបស់បណ្តាញនេះ។
rule-list = { $name } គឺ៖ { $items }។
rule-class = { $begins-given ->
    [no] មានប្រភេទសមាជិកភាព { $name }។
   *[yes] ការក្លាយជា { $name } កើតឡើងដោយ៖ { $begins }។
 }
rule-persons = { $name } នីមួយៗមាន៖ { $roles }។
rule-persons-different = { $name } នីមួយៗមានបុគ្គលផ្សេងគ្នាជា៖ { $roles }។
rule-facts = ព័ត៌មានដែលមានអំពី { $name } នីមួយៗ៖ { $facts }។
rule-office = មានមុខតំណែង៖ { $name }។
rule-meeting = មានកិច្ចប្រជុំ៖ { $name }។
rule-meeting-every = { $name } ប្រជុំយ៉ាងតិចម្តងរៀងរាល់ { $every }។
rule-meeting-called = { $name } កោះប្រជុំដោយ { $callers }។
rule-meeting-after = ក្រោយ { $name } ត្រូវធ្វើ { $step } ក្នុងរយៈពេល { $span }។
rule-meeting-before = ត្រូវធ្វើ { $step } យ៉ាងតិច { $span } មុន { $name }។
rule-act = មានតែ { $by } ទេ ដែលអាច { $name }{ $about-given ->
    [no] {""}
   *[yes] {" "}ចំពោះ { $about }
 } បាន។
rule-act-says = ដើម្បី { $name } ត្រូវបញ្ជាក់៖ { $text }។
rule-act-documents = ឯកសារដែលភ្ជាប់ជាមួយ { $name }៖ { $text }។
rule-act-seen-by = អ្នកដែលអាចមើល { $name }៖ { $text }។
rule-optional = { $name } (មិនដាក់ក៏បាន)
rule-document-in = { $document } ជាភាសាមួយក្នុងចំណោម { $list }
rule-act-only = { $name } មានអានុភាព លុះត្រាតែ { $condition }។
rule-class-ends = ការលែងជា { $name } កើតឡើងដោយ៖ { $ends }។
rule-class-eligible = អាចក្លាយជា { $name } បាន លុះត្រាតែ { $condition }។
rule-class-together = ក្នុងពេលតែមួយ { $name } អាចជា៖ { $others }។
rule-right = { $who } មានសិទ្ធិ៖ { $rights }{ $only }។
rule-lose = { $who } គ្មានសិទ្ធិ { $rights } { $extent }។
rule-keep = { $who } នៅរក្សាសិទ្ធិ { $rights } ដដែល ទោះបីមានប្រការ { $clause } ក៏ដោយ{ $only }។
rule-duty = សម្រាប់ { $per } នីមួយៗ { $who } មានកាតព្វកិច្ច៖ { $done }{ $due-given ->
    [no] {""}
   *[yes] {" "}{ $due }
 }។
rule-due-by = យ៉ាងយូរត្រឹម { $when }
rule-duty-first = { $name } ត្រូវធ្វើលើកដំបូងសម្រាប់ { $first }។
rule-first-of-joining = រយៈពេលដែលចូលជាសមាជិក
rule-first-after-joining = រយៈពេលបន្ទាប់ពីចូលជាសមាជិក
rule-duty-late = { $name } នៅអាចបំពេញយឺតបានរហូតដល់ { $until }។
rule-status = { $who } មានស្ថានភាព { $name } { $extent }។
rule-status-then = អ្នកដែលមានស្ថានភាព { $name } អាច៖ { $acts }។
rule-status-ends = អ្នកដែលមានស្ថានភាព { $name } លែងជាសមាជិក។
rule-table-cap = { $name } មិនលើសពី { $text } ទេ។
rule-table-floor = { $name } មិនតិចជាង { $text } ទេ។
rule-table-due = ថ្ងៃផុតកំណត់សម្រាប់ { $name }៖ { $text }។
rule-table-first = { $name } ត្រូវបង់លើកដំបូងសម្រាប់ { $text }។
rule-table = { $name } របស់ { $who } នីមួយៗ{ $by-given ->
    [no] {""}
   *[yes] {" "}តាម { $by }
 }៖
rule-axis-last = { $fact } នៃរយៈពេលមុន
rule-axis-same = { $fact } នៃរយៈពេលដដែល
rule-row = { $band }៖ { $value }
rule-row-step = {" "}បូក { $add } សម្រាប់ { $each } ពេញនីមួយៗដែលលើសពី { $above }
rule-per-head = {" "}សម្រាប់ម្នាក់ៗ
rule-define = { $who } ជា { $name } បើ { $means }។
rule-threshold = { $name } មានន័យថា៖ { $needs }។
rule-finding-also = { $name } ត្រឹមត្រូវដោយមិនចាំបាច់មានសេចក្តីសន្និដ្ឋាន ក្នុងករណីដែល { $condition }។
rule-finding = { $by } ជាអ្នកសន្និដ្ឋានថា { $name } ឬទេ ដោយបញ្ជាក់មូលហេតុ។
rule-roll-fixed = { $who } គិតត្រឹម { $when }
rule-decision-present = ក្នុង { $name } អ្នកមានវត្តមានគឺអ្នកដែលជា { $text }។
rule-present-in-room = { $who } ហើយចូលរួមក្នុងបន្ទប់ប្រជុំ
rule-present-remotely = { $who } ហើយចូលរួមក្នុងបន្ទប់ប្រជុំឬពីចម្ងាយ
rule-decision-vote = របៀបបោះឆ្នោតក្នុង { $name }៖ { $text }។
rule-vote-per-organisation = អង្គការមួយមានមួយសំឡេង
rule-vote-per-person = បុគ្គលម្នាក់មានមួយសំឡេង
rule-vote-by-name = មានឈ្មោះអ្នកបោះ
rule-vote-secret = ជាការសម្ងាត់
rule-vote-by-hand = ដោយលើកដៃ
rule-vote-in-writing = ជាលាយលក្ខណ៍អក្សរ
rule-vote-may-split = សំឡេងរបស់អ្នកបោះឆ្នោតម្នាក់ អាចបែងចែកទៅជម្រើសផ្សេងៗ
rule-election = { $method }{ $options-given ->
    [no] {""}
   *[yes] {" "}({ $options })
 } សម្រាប់ { $seats } អាសនៈ{ $least-given ->
    [no] {""}
   *[yes] {" "}ហើយត្រូវមានអ្នកបោះឆ្នោតយ៉ាងតិច { $least }
 }
rule-decision-proxies = ក្នុង { $name } { $text }។
rule-proxies-none = គ្មាននរណាអាចបោះឆ្នោតជំនួសអ្នកដទៃបានទេ
rule-proxies-at-most = ម្នាក់អាចបោះឆ្នោតជំនួសអ្នកដទៃបានយ៉ាងច្រើនចំនួន { $most }
rule-decision-roll = បញ្ជីអ្នកបោះឆ្នោតក្នុង { $name } គឺ { $text }។
rule-decision-quorum = { $name } គ្រប់កូរ៉ុម បើ { $text }។
rule-quorum-each-vote = ពេលបោះឆ្នោតម្តងៗ { $text }
rule-quorum-to-open = ពេលបើកកិច្ចប្រជុំ { $text }
rule-quorum-to-decide = ពេលសម្រេច { $text }
rule-decision-carried = { $name } ត្រូវបានអនុម័ត បើ { $text }។
rule-decision-open = { $name } បើក { $text }។
rule-open-for = ក្នុងរយៈពេល { $span } គិតពី { $from }
rule-decision-abstain = ក្នុង { $name } អនុប្បវាទ { $text }។
rule-abstain-quorum = រាប់សម្រាប់កូរ៉ុមតែប៉ុណ្ណោះ
rule-abstain-no = រាប់ជាសំឡេង «ទេ»
rule-abstain-not-counted = មិនត្រូវបានរាប់
rule-decision-silence = ក្នុង { $name } អ្នកដែលនៅស្ងៀម { $text }។
rule-silence-abstains = រាប់ជាអនុប្បវាទ
rule-silence-not-cast = រាប់ថាមិនបានបោះឆ្នោត
rule-decision-tie = បើសំឡេងឆ្នោតក្នុង { $name } ស្មើគ្នា { $text }។
rule-tie-not-carried = គឺមិនបានអនុម័ត
rule-tie-casting = គឺសម្រេចដោយសំឡេងឧត្តមានុភាពរបស់ { $of }
rule-tie-lot = គឺសម្រេចដោយចាប់ឆ្នោត
rule-tie-another = គឺត្រូវបោះឆ្នោតម្តងទៀត
rule-decision-weight = ទម្ងន់នៃសំឡេងឆ្នោតក្នុង { $name } គិតតាម { $text }។
rule-decision-elect = { $name } រាប់សំឡេងឆ្នោតតាម { $text }។
rule-procedure-as = { $name } ដំណើរការដូច { $other }{ $without-given ->
    [no] {""}
   *[yes] {" "}ប៉ុន្តែគ្មាន { $without }
 }។
rule-procedure-begins = { $name } ចាប់ផ្តើមដោយ៖ { $text }។
rule-procedure-needs = { $name } ពេញលេញពេលមាន៖ { $text }។
rule-procedure-then = ពេល { $name } ពេញលេញ ត្រូវធ្វើបន្ត៖ { $text }។
rule-procedure-window = ក្នុង { $name } មានពេលសម្រាប់៖ { $text }។
rule-procedure-objection = ក្នុង { $name } ការជំទាស់មានសុពលភាពដូចនេះ៖ { $text }។
rule-objection = { $act } ត្រូវបានអង្កេតរហូតដល់ { $until }{ $then-given ->
    [no] {""}
   *[yes] {" "}ហើយបន្ទាប់មក៖ { $then }
 }
rule-procedure-overdue = បើ { $name } ហួសថ្ងៃផុតកំណត់ គឺ { $text }។
rule-overdue-open = នៅរង់ចាំការសម្រេច
rule-overdue-carried = រាប់ថាបានអនុម័ត
rule-overdue-not-carried = រាប់ថាមិនបានអនុម័ត
rule-decide-step = { $decision }{ $window-given ->
    [no] {""}
   *[yes] {" "}មិនមុន { $window } បិទ
 }{ $meeting-given ->
    [no] {""}
   *[yes] {" "}នៅកិច្ចប្រជុំលើកក្រោយ
 }{ $by-given ->
    [no] {""}
   *[yes] {" "}{ $by }
 }
rule-procedure-decide = { $name } សម្រេចដោយ៖ { $text }។
rule-procedure-outcome = { $name }៖ { $text }។
rule-if-carried = បើបានអនុម័ត គឺ { $becomes }
rule-if-not-carried = បើមិនបានអនុម័ត គឺ { $becomes }
rule-seat-per = មួយសម្រាប់ { $list } នីមួយៗ
rule-seat-created = { $name } បើបានបង្កើត
rule-seat-voting = { $body } មានអាសនៈមានសិទ្ធិបោះឆ្នោត៖ { $seats }។
rule-seat-not-voting = { $body } មានអាសនៈគ្មានសិទ្ធិបោះឆ្នោត៖ { $seats }។
rule-term = អាណត្តិក្នុង { $body }៖ { $term }។
rule-term-with = ដរាបណាអ្នកកាន់នៅមានអាសនៈក្នុង { $body }
rule-term-until = រហូតដល់ { $meeting } លើកក្រោយ
rule-limit = { $body }៖ { $text }។
rule-limit-consecutive = យ៉ាងច្រើន { $count } អាណត្តិជាប់គ្នាសម្រាប់{ $per ->
    [person] បុគ្គលម្នាក់
    [organisation] អង្គការមួយ
   *[other] {" "}{ $per }
 }
rule-limit-terms = យ៉ាងច្រើន { $count } អាណត្តិសម្រាប់{ $per ->
    [person] បុគ្គលម្នាក់
    [organisation] អង្គការមួយ
   *[other] {" "}{ $per }
 }
rule-limit-again = អាចកាន់ម្តងទៀតក្រោយ { $span }
rule-limit-part-count = អាណត្តិដែលនៅសល់របស់អ្នកដទៃ រាប់ជាអាណត្តិមួយ
rule-limit-part = អាណត្តិដែលនៅសល់របស់អ្នកដទៃ មិនរាប់ជាអាណត្តិមួយទេ
rule-limit-any-gap = ចន្លោះពេលណាក៏ដោយ ធ្វើឱ្យអាណត្តិលែងជាប់គ្នា
rule-limit-that-break = មានតែចន្លោះពេលនោះទេ ដែលធ្វើឱ្យអាណត្តិលែងជាប់គ្នា
rule-limit-one = អាសនៈមួយសម្រាប់{ $per ->
    [person] បុគ្គលម្នាក់
    [organisation] អង្គការមួយ
   *[other] {" "}{ $per }
 }
rule-limit-not-with = មិនអាចកាន់ជាមួយ { $other } ក្នុងពេលតែមួយបានទេ
rule-limit-share = យ៉ាងច្រើន { $share } នៃអាសនៈ មាន { $fact } ដូចគ្នា
rule-vacancy = អាសនៈក្នុង { $body } ដែលទំនេរដោយមូលហេតុ { $cause } ត្រូវបំពេញដោយ { $fillers }។
rule-its-organisation = អង្គការនៃអាសនៈនោះ
rule-filler = { $by }{ $from-given ->
    [no] {""}
   *[yes] {" "}ដោយជ្រើសពី { $from }
 }{ $same-given ->
    [no] {""}
   *[yes] {" "}ក្នុង { $same } តែមួយ
 }{ $rest-given ->
    [no] {""}
   *[yes] {" "}សម្រាប់អាណត្តិដែលនៅសល់
 }{ $span-given ->
    [no] {""}
   *[yes] {" "}ក្នុងរយៈពេល { $span }
 }
rule-then = {" "}ហើយបន្ទាប់មកដោយ{" "}
rule-delegation = { $from } អាចផ្ទេរ { $name } ឱ្យ { $to } បាន។
rule-delegation-except = { $from } មិនអាចផ្ទេរបានទេ៖ { $matters }។
rule-notice = { $by } ផ្ញើ { $name } ជូន { $to }{ $every-given ->
    [no] {""}
   *[yes] {" "}ទាំងអស់
 }{ $when-given ->
    [no] {""}
   *[yes] {" "}ពេលមាន { $when }
 }{ $within-given ->
    [no] {""}
   *[yes] {" "}ក្នុងរយៈពេល { $within }
 }។
rule-transition-follows = { $of } ដែលកំពុងដំណើរការ ប្តូរទៅតាមកំណែដែលជាធរមាន។
rule-transition-keeps = { $of } ដែលកំពុងដំណើរការ នៅតាមកំណែនៃថ្ងៃចាប់ផ្តើម។
rule-reading = អត្ថបទទុកចំហ ({ $name })៖ { $question }
rule-option = — { $name }៖ { $means }
rule-option-proposed = — { $name }៖ { $means } (បានស្នើ)
rule-silent = ធម្មនុញ្ញមិនចែងអំពីរឿងនេះទេ៖ { $about }។
rule-no-rule = គ្មានវិធាន៖ { $why }។
rule-record-only = គ្រាន់តែកត់ត្រា៖ { $why }។
rule-for-people = មនុស្សពិចារណា៖ { $why }។
rule-only = {" "}ក្នុងករណីដែល { $condition }
rule-under = { $text } (តាមការបកស្រាយ { $reading })
rule-and = {" "}ហើយ{" "}
rule-or = {" "}ឬ{" "}
rule-not = មិនមែន ({ $condition })
rule-while = ដរាបណា { $condition }
rule-once = ចាប់ពីថ្ងៃដែល { $condition }
rule-always = ក្នុងគ្រប់ករណី
rule-from = ចាប់ពី { $from }
rule-from-until = ចាប់ពី { $from } រហូតដល់ { $until }
rule-span-later = { $span } ក្រោយមក
rule-equal = { $left } គឺ { $right }
rule-not-equal = { $left } មិនមែន { $right }
rule-less = { $left } តិចជាង { $right }
rule-at-most = { $left } មិនលើសពី { $right }
rule-more = { $left } ច្រើនជាង { $right }
rule-at-least = { $left } មិនតិចជាង { $right }
rule-in-list = { $left } ស្ថិតក្នុងចំណោម { $list }
rule-is = { $who }ជា { $name }
rule-missed = { $duty } បានខកខានចំនួន { $count } ដង{ $after-given ->
    [no] {""}
   *[yes] {" "}ដោយលើកនីមួយៗនៅក្រោយ { $after }
 }
rule-missed-consecutive = { $duty } បានខកខានចំនួន { $count } ដងជាប់គ្នា{ $after-given ->
    [no] {""}
   *[yes] {" "}ដោយលើកនីមួយៗនៅក្រោយ { $after }
 }
rule-settled = { $table } បានទូទាត់រួច
rule-happened = មាន { $what }{ $window }
rule-within-last = {" "}ក្នុងរយៈពេល { $span } ចុងក្រោយ
rule-in-that = {" "}ក្នុង { $period } នោះ
rule-may = មានសិទ្ធិ { $right }
rule-filed-before = ញត្តិបានដាក់ { $span } មុនពេលបើកកិច្ចប្រជុំ
rule-filed-as = ញត្តិបានដាក់ជា { $kind }
rule-who-subject = { "" }
rule-who-by = អ្នកធ្វើនោះ
rule-who-about = អ្នកពាក់ព័ន្ធនោះ
rule-fact-of = { $fact } របស់{ $who }
rule-distinct = ចំនួន { $fact } ផ្សេងៗគ្នាក្នុងចំណោម { $set }
rule-heads = ចំនួនអ្នកក្នុងចំណោម { $set }
rule-count = ចំនួន { $what }{ $window }
rule-sum = ផលបូក { $field } នៃ { $what }{ $window }
rule-portion = { $share } នៃ { $base }
rule-portion-plus = { $share } នៃ { $base } បូកមួយ
rule-portion-down = { $share } នៃ { $base } បង្គត់ចុះ
rule-portion-down-plus = { $share } នៃ { $base } បង្គត់ចុះ រួចបូកមួយ
rule-set-with = { $set } ដែលមានសិទ្ធិ { $right }
rule-set-opening = { $set } ពេលបើក
rule-hap-missed = ការខកខាន { $name }
rule-hap-settled = ការទូទាត់ { $name }
rule-hap-carried = ការអនុម័ត { $name }
rule-hap-not-carried = ការមិនអនុម័ត { $name }
rule-hap-opening = ការបើក{ $of-given ->
    [no] កិច្ចប្រជុំ
   *[yes] {" "}{ $of }
 }
rule-hap-closing = ការបិទ{ $of-given ->
    [no] កិច្ចប្រជុំ
   *[yes] {" "}{ $of }
 }
rule-hap-joining = ការចូលជាសមាជិក
rule-occ-by = { $what } ដោយ { $by }
rule-occ-same = { $what } សម្រាប់រយៈពេលនោះ
rule-occ-same-or-later = { $what } សម្រាប់រយៈពេលនោះឬរយៈពេលក្រោយ
rule-occ-later = { $what } សម្រាប់រយៈពេលក្រោយ
rule-occ-offset = { $span } ក្រោយ { $what }
rule-occ-offset-before = { $span } មុន { $what }
rule-end-of-period = ចុងរយៈពេល
rule-when-after = ក្នុងរយៈពេល { $span }{ $from-given ->
    [no] {""}
   *[yes] {" "}គិតពី { $from }
 }
rule-when-before = { $span } មុន { $of }
