# Quorate in Khmer. Not yet reviewed by a native reader.

letter-subject = { $network }៖ { $subject }
letter-charter-subject = { $name }{ $of-given ->
    [no] {""}
   *[yes] ៖ { $of }
 }
letter-charter = { $by } ផ្ញើ «{ $name }»{ $of-given ->
    [no] {""}
   *[yes] {" "}ពាក់ព័ន្ធនឹង { $of }
 } ចុះ { $on }។
letter-due-subject = { $what } { $of }៖ ថ្ងៃផុតកំណត់ { $on }
letter-due = ថ្ងៃផុតកំណត់សម្រាប់ { $what } { $of } គឺ { $on } ({ $distance })។
letter-missed-subject = { $who } បានខកខានកាតព្វកិច្ច៖ { $what } { $of }
letter-missed = { $who } បានខកខានកាតព្វកិច្ច៖ { $what } { $of }។
letter-acts = ឥឡូវនេះ អ្នកអាចធ្វើបាន៖ { $acts }។
letter-clause = តាមប្រការ { $clause } នៃធម្មនុញ្ញ។
letter-link = ទំព័ររបស់អ្នក៖ { $link }
letter-why = អ្នកទទួលសារនេះ ព្រោះអ្នកតំណាងឱ្យ { $party } ក្នុង { $network }។
letter-fee-subject = { $fee } { $period }៖ { $amount } ត្រឹម { $due }
letter-fee = { $fee } សម្រាប់ { $period } គឺ { $amount }។ ថ្ងៃចុងក្រោយសម្រាប់ការបង់ទាន់ពេលគឺ { $due } ({ $distance })។
letter-fee-link = មើលមូលហេតុ និងបង់ប្រាក់ ដោយមិនចាំបាច់ចូលគណនី៖ { $link }
letter-receipt-subject = បង្កាន់ដៃ { $number } សម្រាប់ { $amount }
letter-receipt = ការបង់ប្រាក់របស់អ្នកចំនួន { $amount } បានមកដល់ហើយ។ បង្កាន់ដៃ { $number }៖ { $link }

language-name = ភាសាខ្មែរ
language-note = ការបកប្រែជាភាសាខ្មែរនេះ មិនទាន់បានពិនិត្យដោយអ្នកនិយាយភាសាខ្មែរពីកំណើតទេ ដូច្នេះសូមមើលទំព័រភាសាអង់គ្លេសដើម្បីប្រៀបធៀប។
menu-languages = ភាសា

skip = រំលងទៅខ្លឹមសារ
menu = ម៉ឺនុយចម្បង
menu-home = ទំព័រដើម
menu-charter = ធម្មនុញ្ញ
menu-ask = សួរ
menu-desk = ផ្ទាំងការងារ
menu-register = បញ្ជី
menu-record = កត់ត្រាសកម្មភាព
menu-sign-in = ចូលប្រព័ន្ធ
menu-sign-out = ចេញពីប្រព័ន្ធ
demonstration-label = ការសាកល្បង
demonstration = ការសាកល្បង៖ អង្គការ និងសកម្មភាពនៅទីនេះ គ្រាន់តែជាការប្រឌិតប៉ុណ្ណោះ។
demonstration-today = នៅទីនេះ កាលបរិច្ឆេទគឺ { $today }។
made-with = ធម្មនុញ្ញនេះដំណើរការដោយ Quorate។ ចម្លើយនីមួយៗបញ្ជាក់ប្រការដែលកំណត់ចម្លើយនោះ។

home-intro = វិធាននៃ { $title } ជាកម្មវិធីដែលអ្នកណាក៏អាចអាន និងសួរបាន។
home-in-force = ជាធរមានតាំងពី { $from }។
home-clauses = មាន { $count } ប្រការ
home-enforced = ប្រព័ន្ធអនុវត្ត ឬពិនិត្យ { $count } ប្រការ
home-people = ទុក { $count } ប្រការឱ្យមនុស្សពិចារណា ហើយកត់ត្រាសេចក្តីសន្និដ្ឋានរបស់ខ្លួន
home-readings = { $count ->
    [0] មិនឃើញមានចំណុចណាដែលអត្ថបទទុកចំហទេ
   *[other] សំណួរចំនួន { $count } ដែលអត្ថបទទុកចំហ ត្រូវបានបកស្រាយជាបណ្តោះអាសន្ន
 }
home-read = អានធម្មនុញ្ញ
home-ask = សួរសំណួរ
home-ask-intro = សួរថា នៅថ្ងៃណាមួយ ធម្មនុញ្ញចែងដូចម្តេចអំពីសមាជិក ឬបុគ្គលណាម្នាក់។
home-versions = កំណែ
home-version = ជាធរមានតាំងពី { $from }
home-version-partial = ជាធរមានតាំងពី { $from } ប៉ុន្តែអត្ថបទដែលរក្សាទុកមិនពេញលេញទេ

ask-title = សួរ
ask-question = សំណួរ
ask-question-hint = សូមប្រើពាក្យតាមធម្មនុញ្ញ។ ទម្រង់សំណួរមាននៅខាងក្រោម។
ask-on = គិតត្រឹមថ្ងៃ
ask-button = សួរ
ask-too-long = រយៈពេលនេះវែងពេក
ask-too-long-help = សូមសួររយៈពេលមិនលើសពីបីឆ្នាំ។
ask-not-own = សំណួរនេះអ្នកមិនអាចសួរបានទេ
ask-not-own-help = អ្នកអាចសួរអំពី { $party } ឬអំពីធម្មនុញ្ញផ្ទាល់។
ask-forms = ទម្រង់សំណួរ
ask-forms-hint = A, B និង P ជំនួសឈ្មោះក្នុងបញ្ជី។ ពាក្យជាអក្សរធំជំនួសឈ្មោះក្នុងធម្មនុញ្ញ។
answer-why = មូលហេតុ
answer-change = អ្វីដែលអាចធ្វើឱ្យចម្លើយនេះប្រែប្រួល
answer-rests = ផ្អែកលើការបកស្រាយអត្ថបទ
answer-as-of = គិតត្រឹម { $on }

charter-title = ធម្មនុញ្ញ
charter-kind-enforced = ប្រព័ន្ធអនុវត្ត
charter-kind-checked = ប្រព័ន្ធពិនិត្យ
charter-kind-for-people = មនុស្សពិចារណា
charter-kind-record-only = គ្រាន់តែកត់ត្រា
charter-kind-text = អត្ថបទ
charter-kind-uncovered = មិនទាន់មានវិធាន
charter-says = អ្វីដែលវិធានកំណត់
charter-no-rules = ប្រការនេះតែមួយ មិននាំឱ្យមានវិធានទេ។
charter-plain = សរសេរជាពាក្យសាមញ្ញ មិនមែនជាអត្ថបទផ្លូវការទេ
charter-back = ប្រការទាំងអស់
charter-readings = សំណួរដែលនៅចំហ

sign-in-title = ចូលប្រព័ន្ធ
sign-in-how = យើងផ្ញើតំណមួយជូនអ្នក ដែលប្រើបានតែម្តង ក្នុងរយៈពេលមួយម៉ោង។ មិនត្រូវការពាក្យសម្ងាត់ទេ។
sign-in-address = អាសយដ្ឋានអ៊ីមែលរបស់អ្នក
sign-in-send = ផ្ញើតំណមកខ្ញុំ
sign-in-ask = លេខាធិការដ្ឋាននៃបណ្តាញរបស់អ្នក ជាអ្នកអនុញ្ញាតឱ្យចូលប្រព័ន្ធ។ បើអាសយដ្ឋានរបស់អ្នកមិនទាន់មានក្នុងប្រព័ន្ធទេ សូមសួរលេខាធិការដ្ឋាន។
sign-in-asked = បើអាសយដ្ឋាននេះមានក្នុងប្រព័ន្ធ សារដែលមានតំណនឹងទៅដល់អ្នកក្នុងពេលឆាប់ៗ។
sign-in-asked-more = អាចត្រូវរង់ចាំប្រហែលមួយនាទី។ សូមមើលក្នុងប្រអប់សារឥតបានការផងដែរ។ អាសយដ្ឋានមួយទទួលបានតំណមិនលើសពីប្រាំ ក្នុងមួយម៉ោង។
sign-in-with-password = ចូលប្រព័ន្ធដោយពាក្យសម្ងាត់
sign-in-wrong = អាសយដ្ឋាន និងពាក្យសម្ងាត់មិនត្រូវគ្នា ឬបានសាកច្រើនដងពេក។ សូមរង់ចាំមួយម៉ោង ឬស្នើសុំតំណ។
sign-in-choose = តើអ្នកចូលប្រព័ន្ធតំណាងឱ្យនរណា?
account-title = ការចូលប្រព័ន្ធ
account-intro = តំណតាមអ៊ីមែលប្រើបានជានិច្ច។ បើមានពាក្យសម្ងាត់ អ្នកមិនចាំបាច់រង់ចាំតំណទេ។ ការផ្ទៀងផ្ទាត់ជំហានទីពីរ រារាំងអ្នកដទៃមិនឱ្យចូលបាន ទោះបីគេបានតំណ ឬពាក្យសម្ងាត់របស់អ្នកក៏ដោយ។
account-password = ពាក្យសម្ងាត់
account-current = ពាក្យសម្ងាត់បច្ចុប្បន្ន
account-new = ពាក្យសម្ងាត់ថ្មី
account-new-hint = យ៉ាងតិច 12 តួអក្សរ។ ពាក្យច្រើនដែលមានតែអ្នកទេផ្សំចូលគ្នាបែបនេះ ជាជម្រើសល្អ។
account-new-empty = បើទុកទទេ អ្នកនឹងចូលប្រព័ន្ធដោយតំណតែប៉ុណ្ណោះ។
account-save = រក្សាទុក
account-password-unfit = ពាក្យសម្ងាត់ត្រូវមានយ៉ាងតិច 12 តួអក្សរ និងយ៉ាងច្រើន 200។ គ្មានអ្វីបានផ្លាស់ប្តូរទេ។
account-password-wrong = ពាក្យសម្ងាត់បច្ចុប្បន្នមិនត្រឹមត្រូវទេ។ គ្មានអ្វីបានផ្លាស់ប្តូរទេ។
account-second = ការផ្ទៀងផ្ទាត់ជំហានទីពីរ
account-second-off = កម្មវិធីក្នុងទូរសព្ទរបស់អ្នកបង្ហាញលេខកូដដែលប្តូររៀងរាល់កន្លះនាទី។ សូមស្កេនរូបនេះដោយកម្មវិធីនោះ រួចបញ្ចូលលេខកូដ។
account-second-on = ពេលចូលប្រព័ន្ធ អ្នកត្រូវបញ្ចូលលេខកូដ។ ដើម្បីបិទ សូមបញ្ចូលលេខកូដមួយ។
account-second-picture = កូដសម្ងាត់សម្រាប់ស្កេនដោយកាមេរ៉ាទូរសព្ទរបស់អ្នក
account-second-by-hand = ឬវាយបញ្ចូលដោយដៃ៖
account-code = លេខកូដ
account-code-wrong = លេខកូដនេះមិនត្រឹមត្រូវ ឬបានប្រើរួចហើយ។ សូមរង់ចាំលេខកូដបន្ទាប់។
account-turn-on = បើក
account-turn-off = បិទ
mail-links-subject = តំណរបស់អ្នកសម្រាប់ចូលប្រព័ន្ធ
mail-links-intro = មានគេស្នើសុំតំណសម្រាប់ចូលប្រព័ន្ធដោយប្រើអាសយដ្ឋាននេះ។ បើមិនមែនជាអ្នកទេ អ្នកមិនចាំបាច់ធ្វើអ្វីទេ គ្មានអ្វីកើតឡើងឡើយ។
mail-links-one = ដើម្បីតំណាងឱ្យ { $party }៖
mail-links-end = តំណនីមួយៗប្រើបានតែម្តង ក្នុងរយៈពេលមួយម៉ោង។
mail-waiting = កំពុងរង់ចាំ
mail-sent = បានផ្ញើ
mail-failed = ផ្ញើមិនបាន
notices-title = សេចក្តីជូនដំណឹង
notices-intro = អ្វីដែលបានជូនដំណឹងដល់អ្នកណា ថ្មីបំផុតនៅខាងលើ និងលទ្ធផលនៃការផ្ញើ។ ការរំលឹក និងសេចក្តីជូនដំណឹង ផ្ញើចេញដោយស្វ័យប្រវត្តិ។
notices-none = មិនទាន់មានអ្វីបានជូនដំណឹងទេ។ សេចក្តីជូនដំណឹងដែលធម្មនុញ្ញតម្រូវ ថ្ងៃផុតកំណត់ដែលជិតមកដល់ និងការប្រែប្រួលស្ថានភាព នឹងបង្ហាញនៅទីនេះ។
notices-what = ខ្លឹមសារ
notices-to = ជូន
notices-about = ចំពោះ
notices-on = ចុះថ្ងៃ
notices-delivery = ការផ្ញើ
notice-no-address = គ្មានអ្នកទទួល
notice-waiting = កំពុងរង់ចាំ
notice-sent = បានផ្ញើ
notice-failed = ផ្ញើមិនបាន
notice-received = បានទទួល
notice-kind-charter = សេចក្តីជូនដំណឹង
notice-kind-reminder = ការរំលឹក
notice-kind-missed = ខកខាន
notice-kind-standing = ស្ថានភាព
notice-kind-stage = នីតិវិធី
members-title = សមាជិក
members-shown-everybody = សមាជិកដែលយល់ព្រមឱ្យបង្ហាញឈ្មោះដល់អ្នកទាំងអស់។ អាចមានសមាជិកផ្សេងទៀត។
members-shown-members = សមាជិកដែលយល់ព្រមឱ្យបង្ហាញឈ្មោះដល់សមាជិកដទៃ។ អាចមានសមាជិកផ្សេងទៀត។
members-shown-secretariat = សមាជិកទាំងអស់។ អ្នកដទៃមើលឃើញតែសមាជិកដែលយល់ព្រមឱ្យបង្ហាញឈ្មោះប៉ុណ្ណោះ។
members-none = មិនទាន់មានសមាជិកណាយល់ព្រមឱ្យបង្ហាញឈ្មោះនៅទីនេះទេ។
members-by = តាម { $by }
members-class = ប្រភេទសមាជិកភាព
join-title = របៀបចូលរួមក្នុងបណ្តាញ
join-intro = ខាងក្រោមនេះជាវិធីចូលរួម តាមធម្មនុញ្ញ។
join-none = ធម្មនុញ្ញគ្មាននីតិវិធីសម្រាប់ដាក់ពាក្យសុំទេ។ វិធាននៃធម្មនុញ្ញចែងអំពីរបៀបក្លាយជាសមាជិក។
join-begins = ចាប់ផ្តើមដោយ៖ { $act }។
join-apply = ដាក់ពាក្យសុំ
join-name = ឈ្មោះអង្គការរបស់អ្នក
join-name-hint = ឈ្មោះដែលនឹងប្រើក្នុងបញ្ជី៖ អក្សរ លេខ និងសហសញ្ញា (-)។ ចន្លោះនឹងប្តូរទៅជាសហសញ្ញា។
join-button = ផ្ញើតំណសម្រាប់ដាក់ពាក្យសុំមកខ្ញុំ
join-asked = សារមួយនឹងទៅដល់អាសយដ្ឋាននេះក្នុងពេលឆាប់ៗ។
join-no-address = នេះមិនមែនជាអាសយដ្ឋានអ៊ីមែលទេ។ គ្មានអ្វីបានផ្ញើទេ។
join-no-name = ឈ្មោះត្រូវចាប់ផ្តើមដោយអក្សរ ហើយអាចមានតែអក្សរ លេខ ចន្លោះ និងសហសញ្ញា (-) មិនលើសពី 60 តួ។ គ្មានអ្វីបានផ្ញើទេ។
mail-join-subject = { $network }៖ តំណរបស់អ្នកសម្រាប់ដាក់ពាក្យសុំ
mail-join = ដោយប្រើតំណនេះ អ្នកដាក់ពាក្យសុំចូលរួមក្នុង { $network } ក្នុងនាម { $name }។ បើមិនមែនអ្នកជាអ្នកស្នើសុំទេ អ្នកមិនចាំបាច់ធ្វើអ្វីទេ គ្មានអ្វីកើតឡើងឡើយ។
mail-join-taken = ការស្នើសុំរបស់អ្នកដើម្បីចូល { $network } ក្នុងនាម { $name } បានទៅដល់លេខាធិការដ្ឋានហើយ ដែលនឹងសរសេរមកអ្នក។ បើអ្នកតំណាងឱ្យ { $name } រួចហើយ សូមស្នើសុំតំណដើម្បីចូលប្រព័ន្ធ។
readings-title = សំណួរដែលនៅចំហ
readings-intro = អ្វីដែលអត្ថបទនៃធម្មនុញ្ញទុកចំហ។ ដរាបណាបណ្តាញមិនទាន់សម្រេច សំណួរនីមួយៗត្រូវបានបកស្រាយតាមជម្រើសដែលបានគូសសម្គាល់ ហើយចម្លើយដែលផ្អែកលើការបកស្រាយនោះ នឹងបញ្ជាក់ដូច្នេះ។
readings-count = បានសម្រេច៖ { $adopted } ក្នុងចំណោម { $all }។
readings-adopted-on = បានសម្រេច ហើយជាធរមានតាំងពី { $on }។
readings-provisional = បកស្រាយជាបណ្តោះអាសន្ន។ បណ្តាញមិនទាន់បានសម្រេចទេ។
history-title = ស្ថានភាពរបស់យើងតាមពេលវេលា
history-standing = ស្ថានភាពតាមពេលវេលា
history-since = តាំងពី
history-none = មិនទាន់មានកំណត់ត្រានៅឡើយទេ។ ស្ថានភាពនឹងបង្ហាញនៅទីនេះ ពេលមានអ្វីបានកត់ត្រា។
history-shown = អ្នកណាអាចឃើញថាអ្នកជាសមាជិក
history-shown-hint = អ្នកដទៃឃើញថាអ្នកជាសមាជិក លុះត្រាតែអ្នកយល់ព្រម។ អ្នកអាចប្តូរបានគ្រប់ពេល។
history-shown-to = បង្ហាញដល់
history-shown-button = រក្សាទុក
shown-to-secretariat = លេខាធិការដ្ឋានតែប៉ុណ្ណោះ
shown-to-members = សមាជិកដទៃ
shown-to-everybody = អ្នកទាំងអស់
calendar-title = ប្រតិទិន
calendar-intro = អ្វីដែលត្រូវធ្វើក្នុងរយៈពេលមួយឆ្នាំខាងមុខ តាមធម្មនុញ្ញ និងបញ្ជីដូចមាននៅថ្ងៃនេះ។
calendar-intro-own = អ្វីដែលអ្នកត្រូវធ្វើក្នុងរយៈពេលមួយឆ្នាំខាងមុខ តាមធម្មនុញ្ញ និងបញ្ជីដូចមាននៅថ្ងៃនេះ។
calendar-feed = ដាក់ក្នុងកម្មវិធីប្រតិទិន
calendar-none = ក្នុងរយៈពេលមួយឆ្នាំខាងមុខ គ្មានអ្វីត្រូវធ្វើទេ។
programs-title = កម្មវិធី
programs-intro = កូនសោអនុញ្ញាតឱ្យកម្មវិធីមួយធ្វើសកម្មភាពតំណាងឱ្យអ្នកក្នុងប្រព័ន្ធនេះ។ សូមផ្តល់កូនសោដោយឡែកដល់កម្មវិធីនីមួយៗ ហើយដកមកវិញពេលលែងត្រូវការ។
programs-none = មិនទាន់មានកម្មវិធីណាមានកូនសោទេ។
programs-made = នេះជាកូនសោ។ សូមចម្លងទុកឥឡូវនេះ ព្រោះកូនសោនេះនឹងមិនបង្ហាញម្តងទៀតទេ។
programs-feed = អាសយដ្ឋានសម្រាប់កម្មវិធីប្រតិទិន៖
programs-problem = សូមដាក់ឈ្មោះសម្រាប់អ្វីដែលកូនសោនេះប្រើ ហើយជ្រើសអ្វីដែលវាអនុញ្ញាត៖ ប្រតិទិនតែមួយមុខ ឬជម្រើសផ្សេងទៀត។ គ្មានអ្វីត្រូវបានបង្កើតទេ។
programs-name = សម្រាប់អ្វី
programs-scopes = អ្វីដែលអនុញ្ញាត
programs-since = តាំងពី
programs-take-back = ដកមកវិញ
programs-make = បង្កើតកូនសោ
programs-make-button = បង្កើតកូនសោនេះ
programs-scope-read = សួរ និងអានអ្វីដែលអ្នកអាចមើល
programs-scope-record = កត់ត្រាអ្វីដែលអ្នកអាចកត់ត្រា
programs-scope-calendar = អានប្រតិទិន
notices-invite = សម្រាប់អ្នកទទួលខ្លះ មិនទាន់មាននរណាចូលប្រព័ន្ធតំណាងទេ។ ពេលអ្នកអនុញ្ញាតឱ្យនរណាម្នាក់ចូលប្រព័ន្ធ គាត់នឹងទទួលបានសារចាប់ពីពេលនោះ។
mine-notices = សេចក្តីជូនដំណឹងសម្រាប់អ្នក
mine-notice-received = ខ្ញុំបានទទួលហើយ
mailbox-title = ប្រអប់សំបុត្រ
mailbox-intro = សារដែលបានផ្ញើទៅមនុស្សក្នុងការសាកល្បងនេះ។ សារថ្មីបំផុតនៅខាងលើ។
mailbox-none = មិនទាន់មានសារនៅឡើយទេ។ សារនឹងបង្ហាញនៅទីនេះ នៅពេលមានអ្នកស្នើសុំតំណសម្រាប់ចូលប្រព័ន្ធ។
people-title = អ្នកប្រើប្រព័ន្ធ
people-intro = អ្នកណាអាចចូលប្រព័ន្ធតាមអ៊ីមែល ហើយតំណាងឱ្យនរណា។ អ្វីដែលពួកគេអាចធ្វើបាន កំណត់ដោយធម្មនុញ្ញ។
people-none = មិនទាន់មាននរណានៅឡើយទេ។ សូមអញ្ជើញអ្នកដំបូងនៅខាងក្រោម។
people-party = តំណាងឱ្យ
people-party-hint = សមាជិក មុខតំណែង ឬអង្គភាព តាមឈ្មោះក្នុងបញ្ជី ឬក្នុងធម្មនុញ្ញ។
people-address = អាសយដ្ឋានអ៊ីមែល
people-language = ភាសានៃសារ
people-dismiss = ដកចេញ
people-invite = អនុញ្ញាតឱ្យនរណាម្នាក់ចូលប្រព័ន្ធ
people-invite-button = អនុញ្ញាតឱ្យចូល
people-problem = នេះមិនមែនជាអាសយដ្ឋានអ៊ីមែលទេ ឬមិនទាន់បញ្ជាក់ថាតំណាងឱ្យនរណា។ គ្មានអ្វីបានផ្លាស់ប្តូរទេ។
sign-in-confirm = ចូលប្រព័ន្ធរបស់ { $network } ក្នុងនាម { $role } មែនទេ?
sign-in-button = ចូលប្រព័ន្ធ
sign-in-gone = តំណនេះលែងប្រើបានហើយ
sign-in-gone-why = តំណមួយប្រើបានតែម្តង ក្នុងរយៈពេលមួយម៉ោង។ គ្មានអ្វីបានកើតឡើងទេ។ សូមស្នើសុំតំណថ្មី។

desk-title = ផ្ទាំងការងារ
desk-due = អ្វីដែលត្រូវធ្វើត្រឹម { $until }
desk-due-none = ក្នុងរយៈពេលនេះ គ្មានអ្វីត្រូវធ្វើទេ។
desk-findings = អ្វីដែលត្រូវពិនិត្យមើលក្នុងបញ្ជី
desk-findings-none = សកម្មភាពទាំងអស់ក្នុងបញ្ជី មានសុពលភាព។
desk-findings-more = និង { $count } ទៀត
desk-date = កាលបរិច្ឆេទនៃការសាកល្បងនេះ
desk-date-hint = ពេលអ្នកប្តូរកាលបរិច្ឆេទ អ្វីៗប្រែប្រួលតាម៖ ថ្ងៃផុតកំណត់ កាតព្វកិច្ច និងការផុតសមាជិកភាព។
desk-date-button = ប្តូរទៅថ្ងៃនោះ
due-what = អ្វីដែលត្រូវធ្វើ
due-of = ចំពោះ
due-by = អ្នកត្រូវធ្វើ
due-on = ថ្ងៃផុតកំណត់
due-clause = ប្រការ

mine-standing = ស្ថានភាព
mine-duties = អ្វីដែលត្រូវធ្វើ
mine-duties-none = ឥឡូវនេះ គ្មានអ្វីត្រូវធ្វើទេ។
mine-own = ពាក្យសុំរបស់អ្នក
mine-open = រឿងដែលកំពុងដំណើរការ
mine-open-none = គ្មានរឿងណាកំពុងដំណើរការ ដែលអ្នកអាចធ្វើអ្វីបានទេ។
mine-ballots = ការបោះឆ្នោតដែលកំពុងបើក
mine-vote = បោះឆ្នោតក្នុង { $ballot }
mine-acts = អ្វីដែលអ្នកអាចធ្វើបាន
mine-acts-about = អ្វីដែលអ្នកអាចធ្វើបានចំពោះអ្នកដទៃ
mine-acts-none = ឥឡូវនេះ តាមធម្មនុញ្ញ គ្មានអ្វីដែលអ្នកអាចធ្វើបានទេ។
mine-do-now = ធ្វើឥឡូវនេះ
mine-nothing = មិនទាន់មានកំណត់ត្រាអំពី { $party } ក្នុងបញ្ជីទេ។ អ្វីដែលមានខាងក្រោម អ្នកអាចធ្វើបាន។

desk-matters = កំពុងដំណើរការ
desk-matters-none = គ្មាននីតិវិធីណាកំពុងដំណើរការទេ។

register-title = បញ្ជី
register-search = ឈ្មោះ
register-search-button = ស្វែងរក
register-none = ក្នុងបញ្ជីគ្មានឈ្មោះនេះទេ។
register-empty = មិនទាន់មាននរណាក្នុងបញ្ជីទេ។ ដើម្បីចាប់ផ្តើម សូមកត់ត្រាសកម្មភាពមួយ។
register-name = ឈ្មោះ
register-first = សកម្មភាពដំបូង
register-last = សកម្មភាពចុងក្រោយ
register-acts = សកម្មភាព
register-chain = ខ្សែសង្វាក់នៃសកម្មភាពទាំង { $count } ត្រឹមត្រូវ។
register-as-of = មើលគិតត្រឹមថ្ងៃ
register-as-of-button = បង្ហាញថ្ងៃនោះ
register-status = ស្ថានភាព
register-duties = កាតព្វកិច្ច
register-duties-none = គ្មានកាតព្វកិច្ចត្រូវបំពេញទេ។
register-rights = សិទ្ធិ
register-history = អ្វីដែលបានកើតឡើង
register-erased = (បានលុប)
register-erase = ទិន្នន័យផ្ទាល់ខ្លួន
register-erase-hint = ឈ្មោះ អាសយដ្ឋាន និងទិន្នន័យផ្ទាល់ខ្លួនផ្សេងទៀតក្នុងសកម្មភាព ត្រូវបានរក្សាទុកដោយចាក់សោដោយឡែក។ ពេលលុប កូនសោត្រូវបានបំផ្លាញចោល៖ សកម្មភាពនៅដដែល ប៉ុន្តែអ្វីដែលបានចាក់សោក្នុងនោះ បាត់ជារៀងរហូតសម្រាប់មនុស្សទាំងអស់។
register-erase-sure = លុបទិន្នន័យផ្ទាល់ខ្លួនរបស់ { $name }។ ខ្ញុំដឹងថា គ្មាននរណាអាចយកមកវិញបានទេ។
register-erase-button = លុប
register-back = បញ្ជីទាំងមូល

record-title = កត់ត្រាសកម្មភាព
record-choose = តើមានអ្វីបានកើតឡើង?
record-reserved = ដោយ { $by }
record-about = ចំពោះ { $about }
record-on = កាលបរិច្ឆេទ
record-on-hint = ថ្ងៃដែលសកម្មភាពនេះចាប់ផ្តើមមានអានុភាព។
record-by = អ្នកធ្វើ
record-about-field = ចំពោះ
record-fields = ខ្លឹមសារ
record-documents = ឯកសារ
document-taken = PDF, JPEG, PNG, Word ឬ OpenDocument មិនលើសពី 10 MB ក្នុងមួយឯកសារ។
document-brought = ឯកសារនេះបានទទួលហើយ។ បើចង់ជំនួស សូមជ្រើសឯកសារផ្សេង។
document-elsewhere = ឯកសារនេះរក្សាទុកនៅកន្លែងផ្សេង
document-empty = { $name } គ្មានខ្លឹមសារ
document-too-large = { $name } ធំជាង 10 MB
document-other-type = { $name } ជាប្រភេទឯកសារដែលមិនទទួល
document-missing = ឯកសារមួយនៃទម្រង់នេះ លែងមាននៅទីនេះហើយ
document-again = គ្មានអ្វីបានកត់ត្រាទេ។ សូមជ្រើសឯកសារម្តងទៀត។
document-open = ឯកសារ
record-optional = អាចទុកទទេ
record-period-hint = ឧទាហរណ៍ { $example }
record-review = ពិនិត្យមើលមុនកត់ត្រា
record-review-title = មុនពេលកត់ត្រា
record-review-intro = មិនទាន់មានអ្វីបានកត់ត្រានៅឡើយទេ។ អ្វីដែលកត់ត្រាហើយ នៅដដែល។ បើមានកំហុស ត្រូវកែដោយសកម្មភាពមួយទៀត។
record-allowed = ធម្មនុញ្ញអនុញ្ញាតសកម្មភាពនេះ
record-unsettled = ធម្មនុញ្ញមិនកំណត់ច្បាស់ថា សកម្មភាពនេះអនុញ្ញាតឬទេ
record-not-asked = ប្រព័ន្ធកត់ត្រាសកម្មភាពនេះ។ ធម្មនុញ្ញមិនដាក់លក្ខខណ្ឌលើអ្នកធ្វើទេ។
record-confirm = កត់ត្រា
record-change = កែប្រែ
record-refused = សកម្មភាពនេះមិនបានកត់ត្រាទេ
record-findings = សូមពិនិត្យមើលចំណុចនេះជាមុនសិន
record-required = ត្រូវបំពេញ
yes = បាទ/ចាស
no = ទេ

missing-title = គ្មានទំព័រនេះទេ
missing-why = អាសយដ្ឋាននេះប្រហែលជាសរសេរខុស ឬទំព័រនេះមិនមែនសម្រាប់អ្នកមើលទេ។
missing-network = គ្មានបណ្តាញនៅអាសយដ្ឋាននេះទេ
missing-network-why = សូមពិនិត្យផ្នែកដំបូងនៃអាសយដ្ឋាន។
failed-title = ដំណើរការមិនបានសម្រេច
failed-why = គ្មានអ្វីបានផ្លាស់ប្តូរទេ។ សូមសាកម្តងទៀតបន្តិចក្រោយ។ បើនៅតែដដែល សូមប្រាប់អ្នកគ្រប់គ្រងប្រព័ន្ធនេះ។
form-bad = ទម្រង់នេះអានមិនបានទេ៖ ទម្រង់ធំពេក ឬបាត់ផ្នែកណាមួយ។ គ្មានអ្វីបានកត់ត្រាទេ។ សូមបើកទម្រង់នេះម្តងទៀត។
form-stale = ទម្រង់នេះបើកពីពេលចូលប្រព័ន្ធលើកមុន។ គ្មានអ្វីបានកត់ត្រាទេ។ សូមបើកទម្រង់នេះម្តងទៀត។

in-days = { $days ->
    [0] ថ្ងៃនេះ
    [1] ថ្ងៃស្អែក
   *[other] { $days } ថ្ងៃទៀត
 }
days-ago = { $days ->
    [1] ម្សិលមិញ
   *[other] { $days } ថ្ងៃមុន
 }
weekday-0 = ច័ន្ទ
weekday-1 = អង្គារ
weekday-2 = ពុធ
weekday-3 = ព្រហស្បតិ៍
weekday-4 = សុក្រ
weekday-5 = សៅរ៍
weekday-6 = អាទិត្យ
month-1 = មករា
month-2 = កុម្ភៈ
month-3 = មីនា
month-4 = មេសា
month-5 = ឧសភា
month-6 = មិថុនា
month-7 = កក្កដា
month-8 = សីហា
month-9 = កញ្ញា
month-10 = តុលា
month-11 = វិច្ឆិកា
month-12 = ធ្នូ
date-short = ថ្ងៃទី { $day } ខែ{ $month } ឆ្នាំ { $year }
date-long = ថ្ងៃ{ $weekday } ទី { $day } ខែ{ $month } ឆ្នាំ { $year }

sentence-may = { $value ->
    [yes] { $who } អាច { $what } បាន។
    [no] { $who } មិនអាច { $what } បានទេ។
   *[waits] មិនទាន់ដឹងថា { $who } អាច { $what } បានឬទេ។
 }
sentence-is = { $value ->
    [yes] { $who } ជា { $what }។
    [no] { $who } មិនមែនជា { $what } ទេ។
   *[waits] មិនទាន់ដឹងថា { $who } ជា { $what } ឬទេ។
 }
as-sentence = { $text }។
act-said = { $by-given ->
    [no] {""}
   *[yes] { $by }៖{" "}
 }{ $act }{ $about-given ->
    [no] {""}
   *[yes] {" "}ចំពោះ { $about }
 }{ $with-given ->
    [no] {""}
   *[yes] {" "}({ $with })
 }
item-due = { $what } { $of }៖ ត្រូវធ្វើត្រឹម { $on }{ $by-given ->
    [no] {""}
   *[yes] {" "}ដោយ { $by }
 }
item-open = { $what } { $of }៖ អាចបំពេញបានរហូតដល់ { $on }
item-missed = { $what } { $of }៖ ខកខានតាំងពី { $on }
item-overdue = { $what } { $of }៖ ហួសកំណត់តាំងពី { $on }
item-done = { $what } { $of }៖ បានបំពេញនៅ { $on }
item-cured = { $what } { $of }៖ បានបំពេញយឺតនៅ { $on } ប៉ុន្តែមានសុពលភាព
item-held = { $what }៖ កាន់ដោយ { $by }{ $on-given ->
    [no] {""}
   *[yes] {" "}រហូតដល់ { $on }
 }
item-vacant = { $what }៖ ទំនេរ{ $on-given ->
    [no] {""}
   *[yes] {" "}តាំងពី { $on }
 }
item-other = { $what } { $of }៖ { $state } { $on } { $by }
sentence-status = ស្ថានភាពរបស់ { $who }៖ { $state }។
sentence-state = { $procedure } ចំពោះ { $of }៖ { $state }។
sentence-amount = { $what } របស់ { $who } សម្រាប់ { $period }៖ { $value }
sentence-other = { $question }៖ { $value }
matter-voices = អ្វីដែលបាននិយាយក្នុងរឿងនេះ៖ { $count } សកម្មភាព
sentence-quorate = { $value ->
    [yes] { $what } មានកូរ៉ុមគ្រប់គ្រាន់។
    [no] { $what } មិនមានកូរ៉ុមគ្រប់គ្រាន់ទេ។
   *[waits] មិនទាន់ដឹងថា { $what } មានកូរ៉ុមគ្រប់គ្រាន់ឬទេ។
 }
sentence-carried = { $value ->
    [yes] { $what } ត្រូវបានអនុម័ត។
    [no] { $what } មិនត្រូវបានអនុម័តទេ។
   *[waits] { $what } មិនទាន់ត្រូវបានសម្រេចទេ។
 }
record-save = រក្សាទុកសម្រាប់ពេលក្រោយ
mine-aside = បានទុកមួយឡែក
mine-go-on = បន្តជាមួយ៖ { $act }

## Fees and paying.

fees-title = ថ្លៃត្រូវបង់
fees-intro = អ្វីដែលធម្មនុញ្ញតម្រូវឱ្យអ្នកបង់ មូលហេតុ និងអ្វីដែលអ្នកបានបង់។ ការបង់ប្រាក់ និងការបញ្ជាក់សមាជិកភាព ជារឿងពីរផ្សេងគ្នា៖ អ្វីដែលកើតចេញពីរឿងនីមួយៗ មានចែងក្នុងធម្មនុញ្ញ។
fees-none = គ្មានអ្វីដែលអ្នកត្រូវបង់ទេ។
fees-earlier = រយៈពេលមុនៗ
fees-credit = អ្នកមានប្រាក់បង់ទុកមុន { $amount }។
fees-use-credit = ប្រើប្រាក់នេះបង់ថ្លៃដែលនៅត្រូវបង់
fees-pay-all = បង់ថ្លៃទាំងអស់ដែលនៅត្រូវបង់
fees-settled = បានទូទាត់រួចហើយ
fees-owed = នៅត្រូវបង់ { $amount }
fees-partial = (បានបង់មួយផ្នែក)
fees-due = ត្រូវបង់ត្រឹម { $due }
fees-late = ហួសកំណត់
fees-pay = បង់ប្រាក់
fees-blocked = នៅខ្វះព័ត៌មាន ទើបមិនទាន់អាចកំណត់ចំនួនដែលត្រូវបង់បាន។ ប្រព័ន្ធមិនស្មានចំនួននេះទេ។
fees-declare = ប្រកាស { $fact }
fees-papers = បង្កាន់ដៃ
fees-papers-none = មិនទាន់មានការបង់ប្រាក់ទេ។ បង្កាន់ដៃនឹងបង្ហាញនៅទីនេះ។
fees-payments = ប្រាក់ដែលបានបង់
fees-declared = បានប្រកាសជារូបិយប័ណ្ណផ្សេង
fees-dispute = តើមានអ្វីមិនត្រឹមត្រូវមែនទេ? សូមសរសេរទៅលេខាធិការដ្ឋាន៖ អ្វីដែលបានប្រកាស អាចប្រកាសម្តងទៀតបាន ហើយបើចំនួនប្រែប្រួល នឹងមានលិខិតកែតម្រូវវិក្កយបត្រ។
declare-title = ប្រកាស { $fact }
declare-amount = សូមសរសេរចំនួន ឧទាហរណ៍ 12,500.00 និងអក្សរបីតួនៃរូបិយប័ណ្ណ ឧទាហរណ៍ { $currency }។
declare-rate-missing = បើប្រើរូបិយប័ណ្ណផ្សេងពី { $currency } សូមសរសេរអត្រាប្តូរប្រាក់ និងប្រភពនៃអត្រានោះ។
declare-worth = ចំនួននេះគិតជា { $amount }។
declare-binds = ពេលកត់ត្រារួច ថ្លៃនឹងគិតតាមចំនួននេះ។ អ្នកអាចប្រកាសម្តងទៀតបាន ហើយការប្រកាសទាំងពីរនៅរក្សាទុកក្នុងបញ្ជី។
declare-act = ប្រកាសតាមសកម្មភាពណា
declare-period = សម្រាប់ { $period } ណា
declare-how-much = ចំនួនប៉ុន្មាន
declare-how-much-hint = ជាលេខ ឧទាហរណ៍ 12500.00
declare-currency = រូបិយប័ណ្ណ
declare-other = បើមិនមែនជា { $currency }
declare-rate = អត្រាប្តូរប្រាក់
declare-rate-hint = មួយ { $currency } ស្មើនឹងប៉ុន្មានជារូបិយប័ណ្ណរបស់អ្នក ឧទាហរណ៍ 34.67
declare-source = ប្រភពនៃអត្រាប្តូរប្រាក់
declare-record = ប្រកាសចំនួននេះ
declare-again = ពិនិត្យមើលម្តងទៀត
declare-review = មើលថាគិតជាប៉ុន្មាន
pay-title = បង់ប្រាក់
pay-what = ថ្លៃសមាជិកភាព
pay-now = ត្រូវបង់ឥឡូវនេះ { $amount }
pay-leads = អ្នកនឹងបន្តទៅទំព័ររបស់អ្នកផ្តល់សេវាបង់ប្រាក់ រួចត្រឡប់មកទីនេះវិញ។ ទំព័រនោះអាចជាភាសាអង់គ្លេស។
pay-stand-in = ក្នុងការសាកល្បងនេះ ប្រព័ន្ធជំនួសមួយជាអ្នកឆ្លើយតប៖ គ្មានការផ្ទេរប្រាក់ទេ។
pay-by-stripe = បង់តាមកាត
pay-by-paypal = បង់តាម PayPal
pay-way-stripe = កាត
pay-way-paypal = PayPal
pay-way-cash = សាច់ប្រាក់
pay-way-bank = ធនាគារ
pay-no-way = ឥឡូវនេះ មិនអាចបង់តាមអ៊ីនធឺណិតនៅទីនេះបានទេ។
pay-otherwise = បង់តាមវិធីផ្សេង
pay-cash = បង់ជាសាច់ប្រាក់ ពេលអ្នកមកចូលរួមកិច្ចប្រជុំ៖ សូមប្រាប់លេខ { $numbers }។
pay-bank = តាមធនាគារ៖ ពេលផ្ទេរប្រាក់ សូមសរសេរលេខ { $numbers } ដើម្បីឱ្យប្រាក់ទៅដល់ត្រូវកន្លែង។
pay-more = បង់សម្រាប់អ្នកដទៃ ឬសម្រាប់ច្រើនឆ្នាំ ក្នុងពេលតែមួយ
pay-another = តំណបង់ប្រាក់មួយទៀត
pay-another-hint = តំណក្នុងសារមួយទៀត ឬផ្នែកនៃតំណនោះ នៅក្រោយ «pay/»។
pay-another-button = បន្ថែមដើម្បីបង់រួមគ្នា
pay-notice = ជាឯកសារ៖
pay-cancelled = វិក្កយបត្រនេះត្រូវបានដកមកវិញហើយ។ គ្មានអ្វីត្រូវបង់តាមវិក្កយបត្រនេះទេ។
pay-too-often = បានសាកច្រើនដងពេក។ សូមរង់ចាំមួយម៉ោង រួចសាកម្តងទៀត។ គ្មានការកាត់ប្រាក់ទេ។
pay-nothing-owed = នៅទីនេះ លែងមានអ្វីត្រូវបង់ហើយ។
pay-no-account = នៅទីនេះ មិនអាចបង់តាមវិធីនេះបានទេ។
pay-too-small = អ្នកផ្តល់សេវាមិនទទួលចំនួនតិចជាង { $smallest } ទេ។ សូមបង់រួមជាមួយថ្លៃផ្សេងទៀត ឬបង់ជាសាច់ប្រាក់នៅកិច្ចប្រជុំ។ ថ្លៃនេះមិនត្រូវបានដំឡើងទេ។
pay-refused = អ្នកផ្តល់សេវាបានបដិសេធ។ គ្មានការកាត់ប្រាក់ទេ។ អ្នកអាចសាកវិធីផ្សេង។
pay-uncertain = ឥឡូវនេះ អ្នកផ្តល់សេវាមិនឆ្លើយតបទេ។ គ្មានអ្វីបាត់បង់ទេ៖ បើបានបង់ប្រាក់ហើយ ប្រព័ន្ធនឹងរកឃើញ ហើយកត់ត្រាដោយស្វ័យប្រវត្តិ។ សូមសាកម្តងទៀតក្នុងប៉ុន្មាននាទីទៀត។
paid-title-paid = បានបង់ហើយ
paid-title-processing = មិនទាន់ដឹងលទ្ធផល
paid-title-failed = មិនបានបង់
paid-title-expired = ផុតពេល
paid-paid = { $amount } បានមកដល់ហើយ។ សូមអរគុណ។
paid-processing = { $amount } កំពុងដំណើរការ។ អ្នកផ្តល់សេវាមិនទាន់បានបញ្ជាក់នៅឡើយទេ។ អ្នកមិនចាំបាច់ធ្វើអ្វីទេ៖ បង្កាន់ដៃនឹងទៅដល់អ្នកតាមអ៊ីមែល ពេលប្រាក់មកដល់។
paid-failed = ការបង់ប្រាក់ { $amount } មិនបានសម្រេចទេ។ គ្មានការកាត់ប្រាក់ទេ។
paid-expired = ការបង់ប្រាក់នេះមិនបានធ្វើទាន់ពេលទេ។ គ្មានការកាត់ប្រាក់ទេ។
paid-credit = ប្រាក់មួយផ្នែកលើសពីចំនួនដែលនៅត្រូវបង់៖ ផ្នែកនោះទុកជាប្រាក់បង់ទុកមុនរបស់អ្នក ហើយនឹងប្រើសម្រាប់ថ្លៃលើកក្រោយ។
paid-looks-again = ទំព័រនេះពិនិត្យមើលម្តងទៀតដោយស្វ័យប្រវត្តិ។
paid-back = ត្រឡប់ទៅអ្វីដែលបានបង់
paid-again = សាកម្តងទៀត
paper-receipt = បង្កាន់ដៃ
paper-credit-note = លិខិតកែតម្រូវវិក្កយបត្រ
paper-fee-notice = សេចក្តីជូនដំណឹងអំពីថ្លៃត្រូវបង់
paper-number = លេខ
paper-on = កាលបរិច្ឆេទ
paper-from = អ្នកបង់
paper-to = ជូន
paper-by = បង់តាម
paper-reference = លេខយោង
paper-given = ប្រាក់ដែលបានប្រគល់
paper-credit = ប្រាក់បង់ទុកមុន
paper-total = សរុប
paper-owed = នៅត្រូវបង់
paper-due = ត្រូវបង់ត្រឹម
paper-what = សម្រាប់
paper-for = សមាជិក
paper-invoice = វិក្កយបត្រ
paper-amount = ចំនួនទឹកប្រាក់
paper-taken-back = វិក្កយបត្រនេះត្រូវបានដកមកវិញហើយ។ ប្រាក់ដែលបានបង់តាមវិក្កយបត្រនេះ ទុកជាប្រាក់បង់ទុកមុន។
paper-gift = ផ្តល់ដោយស្ម័គ្រចិត្ត៖ មិនមែនជាថ្លៃដែលត្រូវបង់ទេ។
paper-by-charter = ចំនួនទឹកប្រាក់នេះ កំណត់តាមធម្មនុញ្ញរបស់ { $network } និងតាមអ្វីដែលសមាជិកបានប្រកាស។
paper-bank = តាមធនាគារ៖ { $bank }។ ពេលផ្ទេរប្រាក់ សូមសរសេរលេខ { $number }។
paper-foot = { $network } · { $number }
letter-vote-subject = សូមបោះឆ្នោតក្នុង { $ballot } ត្រឹម { $on }
letter-vote = { $decision }៖ អាចបោះឆ្នោតក្នុង { $ballot } បានរហូតដល់ { $on } ({ $distance })។ អ្នកមិនទាន់បានបោះឆ្នោតទេ។
ballot-not-open = មិនទាន់អាចបោះឆ្នោតបានទេ។
ballot-open = អាចបោះឆ្នោតបានតាំងពី { $from }។
ballot-open-until = អាចបោះឆ្នោតបានពី { $from } រហូតដល់ { $to }។
ballot-was-open = ការបោះឆ្នោតនេះបានបើកពី { $from } រហូតដល់ { $to }។
ballot-secret = សំឡេងឆ្នោតជាការសម្ងាត់។
ballot-by-name = សំឡេងឆ្នោតត្រូវបានកត់ត្រាដោយមានឈ្មោះអ្នកបោះ។
ballot-at = នៅកិច្ចប្រជុំ { $meeting }
ballot-verdict = កូរ៉ុម និងលទ្ធផល
ballot-votes = សំឡេងឆ្នោត
ballot-returned = ក្នុងចំណោម { $roll } ក្នុងបញ្ជីអ្នកបោះឆ្នោត មាន { $returned } បានបោះឆ្នោតហើយ។
ballot-hidden = សំឡេងឆ្នោតនឹងបង្ហាញ ពេលការបោះឆ្នោតចប់។
ballot-roll = បញ្ជីអ្នកបោះឆ្នោត
ballot-roll-as-of = អ្នកដែលមានសិទ្ធិបោះឆ្នោតនៅ { $on }។
ballot-roll-drawn = បញ្ជីនេះរៀបចំតាមអ្វីដែលបានកត់ត្រាត្រឹម { $on } ហើយនៅដដែលដូចពេលនោះ។
ballot-elector = ក្នុងបញ្ជីអ្នកបោះឆ្នោត
ballot-vote = សំឡេងឆ្នោត
ballot-why = មូលហេតុ
ballot-voted = បានបោះឆ្នោត
ballot-not-yet = មិនទាន់
ballot-excluded = មិនមានក្នុងបញ្ជីអ្នកបោះឆ្នោត
ballot-roll-differs = ក្រោយមក មានអ្វីមួយបានកត់ត្រា ដែលអាចធ្វើឱ្យបញ្ជីអ្នកបោះឆ្នោតប្រែប្រួលចំពោះ៖ { $names }។ ប៉ុន្តែបញ្ជីនៅដដែល ដូចពេលរៀបចំ។
ballot-proof = ភស្តុតាងនៃបញ្ជីអ្នកបោះឆ្នោត
ballot-proof-hint = អ្នកណាដែលរក្សាទុកលេខនេះ អាចបង្ហាញនៅពេលក្រោយថា បញ្ជីអ្នកបោះឆ្នោតមិនត្រូវបានកែប្រែទេ។ លេខនេះជា SHA-256 នៃបញ្ជីនេះជាឯកសារអត្ថបទ។
ballot-page = បញ្ជីអ្នកបោះឆ្នោត សំឡេងឆ្នោត និងលទ្ធផល
ballot-write-down = កត់ត្រាសំឡេងឆ្នោតទាំងនេះ
ballot-write-down-hint = សូមជ្រើសសំឡេងឆ្នោតរបស់អ្នកនីមួយៗ ដែលបានបោះក្នុងបន្ទប់ប្រជុំ ឬលើក្រដាស រួចកត់ត្រាទាំងអស់ក្នុងពេលតែមួយ។ អ្វីដែលកត់ត្រាហើយ នៅដដែល។
ballot-do-close = បិទការបោះឆ្នោត
meeting-open = កិច្ចប្រជុំបានបើកតាំងពី { $opens }។
meeting-closed = កិច្ចប្រជុំបានធ្វើនៅ { $opens }។
meeting-called = បានកោះប្រជុំនៅ { $called }។ កិច្ចប្រជុំនឹងធ្វើនៅ { $opens }។
meeting-quorum = កូរ៉ុម
meeting-there = មានវត្តមាន { $there } ក្នុងនោះ { $voting } មានសិទ្ធិបោះឆ្នោត។ អ្នកមានសិទ្ធិបោះឆ្នោតសរុប { $voters }។
meeting-projector = សម្រាប់ម៉ាស៊ីនបញ្ចាំង
meeting-minutes = សេចក្តីព្រាងកំណត់ហេតុ
meeting-do-open = បើកកិច្ចប្រជុំ
meeting-do-vote = ដាក់រឿងមួយឱ្យបោះឆ្នោត
meeting-do-close = បិទកិច្ចប្រជុំ
meeting-people = វត្តមាន
meeting-people-hint = សូមគូសអ្នកដែលបានមក ឬបានចាកចេញ រួចជ្រើសអ្វីដែលត្រូវកត់ត្រា។
meeting-who = ឈ្មោះ
meeting-presence = វត្តមាន
meeting-has-vote = មានសិទ្ធិបោះឆ្នោត
meeting-in-room = ក្នុងបន្ទប់ប្រជុំ
meeting-remotely = ពីចម្ងាយ
meeting-left = បានចាកចេញ
meeting-absent = មិននៅទីនេះ
meeting-mark-in-room = ពួកគេនៅក្នុងបន្ទប់ប្រជុំ
meeting-mark-remotely = ពួកគេចូលរួមពីចម្ងាយ
meeting-mark-left = ពួកគេបានចាកចេញ
meeting-ballots = រឿងដែលដាក់ឱ្យបោះឆ្នោត
meeting-ballots-none = មិនទាន់មានរឿងណាដាក់ឱ្យបោះឆ្នោតទេ។
minutes-title = សេចក្តីព្រាងកំណត់ហេតុ៖ { $meeting }
minutes-hint = ធ្វើឡើងតាមអ្វីដែលបានកត់ត្រា។ សូមចម្លងទុក បន្ថែមអ្វីដែលបាននិយាយ ហើយឱ្យអ្នកដែលបានចូលរួមយល់ព្រម។
minutes-no-vote = គ្មានសិទ្ធិបោះឆ្នោត
minutes-decisions = សេចក្តីសម្រេច
meetings-title = កិច្ចប្រជុំ និងការបោះឆ្នោត
meetings-none = មិនទាន់មានការកោះប្រជុំទេ។
meetings-call = កោះប្រជុំ
meetings-meetings = កិច្ចប្រជុំ
meetings-ballots = ការបោះឆ្នោត
offices-title = មុខតំណែង
offices-none = ធម្មនុញ្ញមិនចែងអំពីអង្គភាពណាទេ។
offices-no-quorum = អ្នកកាន់អាសនៈមានតិចពេក មិនគ្រប់កូរ៉ុមទេ ទោះបីមកទាំងអស់គ្នាក៏ដោយ។
offices-quorum-lost = បើគ្មានអាសនៈណាបានបំពេញត្រឹមពេលនោះទេ ចាប់ពី { $on } អ្នកកាន់អាសនៈនឹងមានតិចពេក មិនគ្រប់កូរ៉ុមទេ។
offices-quorum-safe = តាមអាណត្តិដែលបានដឹង អ្នកកាន់អាសនៈមានគ្រប់គ្រាន់សម្រាប់កូរ៉ុម។
offices-picture = អាសនៈក្នុង { $body } តាមឆ្នាំ។ តារាងខាងក្រោមបង្ហាញដូចគ្នា។
offices-seat = អាសនៈ
offices-holder = អ្នកកាន់
offices-term = អាណត្តិ
offices-acts-next = អ្នកត្រូវធ្វើបន្ទាប់
offices-no-vote = គ្មានសិទ្ធិបោះឆ្នោត
offices-vacant = ទំនេរ
offices-vacant-since = ទំនេរតាំងពី { $on }
offices-never-filled = មិនធ្លាប់មានអ្នកកាន់
offices-until = រហូតដល់ { $on }
offices-next = { $by } អាចបំពេញអាសនៈនេះ
offices-next-until = { $by } អាចបំពេញអាសនៈនេះរហូតដល់ { $on }
offices-before = អាណត្តិផ្សេងទៀត
offices-tenure = { $who }៖ { $from } – { $to }
offices-for-members = អ្នកណាកាន់មុខតំណែងណា បង្ហាញដល់តែសមាជិកប៉ុណ្ណោះ។
no-vote-closed = ការបោះឆ្នោតនេះបានបិទហើយ។
no-vote-help-closed = សំឡេងឆ្នោតរាប់បញ្ចូល លុះត្រាតែបានកត់ត្រាមុនពេលការបោះឆ្នោតបិទ។
no-vote-repeated = មានសំឡេងឆ្នោតមុននេះរួចហើយ។
no-vote-help-repeated = សំឡេងឆ្នោតដំបូងនៅដដែល។ ទំព័រនៃការបោះឆ្នោតនេះបង្ហាញថា បានទទួលសំឡេងនោះឬទេ។
no-vote-secret = សំឡេងឆ្នោតក្នុងការបោះឆ្នោតនេះ ជាការសម្ងាត់។
no-vote-help-secret = គ្មានអ្វីដែលបង្ហាញថានរណាបោះឆ្នោតយ៉ាងណា ត្រូវបានកត់ត្រាទេ។ ការបោះឆ្នោតធ្វើលើក្រដាស ហើយចំនួនសំឡេងត្រូវប្រកាសជាលទ្ធផល។
