# Quorate in Burmese. Not yet reviewed by a native reader.

severity-error = အမှား
severity-warning = သတိပေးချက်
severity-info = မှတ်ချက်
did-you-mean = `{ $suggestion }` ကို ဆိုလိုပါသလား။

label-first = ပထမတစ်ခုသည် ဤနေရာတွင် ရှိသည်
label-threshold = ၎င်းနှင့် ကွဲလွဲနေသည့် သတ်မှတ်အတိုင်းအတာ

## Answers

answer-because = အကြောင်းရင်း
answer-would-change = ဤအဖြေကို ပြောင်းလဲစေနိုင်သည်များ
answer-readings = အခြေခံထားသည့် အနက်ဖွင့်ဆိုချက်များ
answer-horizon = လုပ်ဆောင်ချက်အသစ် မရှိပါက { $date }မတိုင်မီ မပြောင်းလဲနိုင်ပါ
answer-no-horizon = လုပ်ဆောင်ချက်အသစ် မရှိပါက မပြောင်းလဲနိုင်ပါ

cites-clause = အပိုဒ် { $clause }
cites-act = လုပ်ဆောင်ချက် { $act }
cites-reading = အနက်ဖွင့်ဆိုချက် { $reading } အရ

value-yes = ဟုတ်ပါသည်
value-no = မဟုတ်ပါ
value-nobody = မည်သူမျှ မရှိပါ
value-nothing = မရှိပါ
value-until = { $state }၊ { $until }အထိ
value-silent = ဤအကြောင်းနှင့်ပတ်သက်၍ ဖွဲ့စည်းပုံစည်းမျဉ်းတွင် စည်းမျဉ်း မရှိပါ (အပိုဒ် { $clause })
value-not-on-file = ထိုအချိန်က အတည်ဖြစ်ခဲ့သည့် စာသား မှတ်တမ်းမရှိပါ (ဗားရှင်း { $version })

need-fact = မသိရသေးပါ – { $of } ၏ `{ $fact }` မှတ်တမ်းမရှိပါ
need-reading = မသိရသေးပါ – အနက်ဖွင့်ဆိုချက် `{ $reading }` အတွက် အဆိုပြုထားသည့် သို့မဟုတ် လက်ခံထားသည့် ရွေးချယ်မှု မရှိသေးပါ
need-decision = မသိရသေးပါ – { $on } ကို { $of } က ဆုံးဖြတ်ရန် ကျန်သည်

item = { $item }  [အပိုဒ် { $clause }]

remedy-acts = { $acts } → { $then }
remedy-date = { $date }အထိ စောင့်ဆိုင်းလျှင် → { $then }
remedy-and = {" "}နှင့်{" "}

reading-adopted = အနက်ဖွင့်ဆိုချက် `{ $reading }` – { $option }
reading-provisional = အနက်ဖွင့်ဆိုချက် `{ $reading }` – { $option } (ယာယီ – အဆိုပြုထားဆဲဖြစ်ပြီး လက်မခံရသေးပါ)
reading-open = အနက်ဖွင့်ဆိုချက် `{ $reading }` – အဖြေမရှိသေးပါ

## Reasons

because-granted = “{ $right }” အခွင့်အရေးကို { $to } အား ပေးထားသည်
because-not-granted = { $who } အား “{ $right }” အခွင့်အရေး ပေးထားသည့် စည်းမျဉ်း မရှိပါ
because-lost = “{ $right }” အခွင့်အရေးကို { $since-given ->
    [no] {""}
   *[yes] { $since }မှစ၍{" "}
 }ဆုံးရှုံးထားသည်
because-kept = အပိုဒ် { $despite } ရှိသော်လည်း “{ $right }” အခွင့်အရေး ဆက်လက်ရှိသည်
because-not-restored = { $since }မှစ၍ ၎င်းကို ပြန်လည်ရရှိစေသည့် လုပ်ဆောင်ချက် မရှိသေးပါ
because-member = { $who } သည် { $since }မှစ၍ { $class } ဖြစ်သည်
because-not-member = { $who } သည် { $class } မဟုတ်ပါ
because-membership-ended = { $who } သည် { $on }မှစ၍ { $class } မဟုတ်တော့ပါ{ $status-given ->
    [no] {""}
   *[yes] {" "}({ $status })
 }
because-status = { $who } သည် { $since-given ->
    [no] {""}
   *[yes] { $since }မှစ၍{" "}
 }{ $status } ဖြစ်သည်
because-no-status = { $who } သည် { $status } မဟုတ်ပါ
because-duty-done = { $of } အတွက် { $duty } ကို { $on }တွင် ဆောင်ရွက်ပြီး ဖြစ်သည်
because-duty-cured = { $of } အတွက် { $duty } ကို { $on }တွင် နောက်ကျ၍ ဆောင်ရွက်ခဲ့သော်လည်း အကျုံးဝင်သည်
because-duty-missed = { $of } အတွက် { $duty } ကို နောက်ဆုံးရက်အတွင်း မဆောင်ရွက်ရသေးဘဲ { $since }မှစ၍ ရက်ကျော်လွန်ခဲ့သည်
because-duty-open = { $of } အတွက် { $duty } ကို { $due }အထိ ဆောင်ရွက်နိုင်သည်
because-duties-missed = { $duty } ကို နောက်ဆုံးရက်အတွင်း မဆောင်ရွက်ခဲ့သည်မှာ { $count } ကြိမ် ရှိသည်
because-duties-not-missed = ဤနည်းဖြင့် { $duty } ကို နောက်ဆုံးရက်အတွင်း မဆောင်ရွက်ခဲ့ခြင်း { $count } ကြိမ် မပြည့်ပါ
because-act-on-file = { $by-given ->
    [no] {""}
   *[yes] { $by } က{" "}
 }{ $on }တွင် { $act } ကို ဆောင်ရွက်ခဲ့သည်
because-no-act = { $who } ၏ { $act } မှတ်တမ်းမရှိပါ
because-act-without-effect = { $by } က { $on }တွင် ဆောင်ရွက်ခဲ့သည့် { $act } သည် အကျုံးမဝင်ပါ
because-fact = { $who } ၏ { $fact } – { $value }
because-fact-missing = { $who } ၏ { $fact } မှတ်တမ်းမရှိပါ
because-row = { $table }၊ { $band } – { $value }
because-no-row = { $table } တွင် ဤအခြေအနေအတွက် သတ်မှတ်ချက် မရှိပါ
because-holds = { $left } { $comparison } { $right }
because-does-not-hold = { $left } { $comparison } { $right } မမှန်ပါ
because-defined = { $who-given ->
    [no] { $name } ပြည့်မီသည်
   *[yes] { $who } သည် { $name } ဖြစ်သည်
 }
because-not-defined = { $who-given ->
    [no] { $name } မပြည့်မီပါ
   *[yes] { $who } သည် { $name } မဟုတ်ပါ
 }
because-settled = { $of } အတွက် { $table } ပေးချေပြီး ဖြစ်သည်
because-not-settled = { $of } အတွက် { $table } မပေးချေရသေးပါ{ $due-given ->
    [no] {""}
   *[yes] ၊ နောက်ဆုံးရက်မှာ { $due } ဖြစ်သည်
 }
because-found = { $holds ->
    [yes] “{ $finding }” ဟု တွေ့ရှိခဲ့သည်
   *[other] “{ $finding }” မဟုတ်ကြောင်း တွေ့ရှိခဲ့သည်
 }
because-not-found = { $by } က “{ $finding }” ဟု မတွေ့ရှိရသေးပါ
because-counted = { $set } – { $number }
because-quorate = { $decision } အတွက် အစည်းအဝေးအထမြောက်မှု ရှိသည်
because-not-quorate = { $decision } အတွက် အစည်းအဝေးအထမြောက်မှု မရှိပါ
because-carried = { $decision } ကို { $on }တွင် အတည်ပြုခဲ့သည်
because-not-carried = { $decision } ကို { $on }တွင် အတည်မပြုခဲ့ပါ
because-tie = မဲအရေအတွက် တူညီနေသဖြင့် { $decision } ကို { $rule } က ဆုံးဖြတ်သည်
because-undecided = { $decision } ကို မဆုံးဖြတ်ရသေးပါ
because-too-early = { $on }ရှိ { $decision } သည် စောလွန်းသဖြင့် အကျုံးမဝင်ပါ{ $not-before-given ->
    [no] {""}
   *[yes] ၊ အစောဆုံးရက်မှာ { $not-before } ဖြစ်သည်
 }
because-on-roll = { $who } သည် { $on }ရှိ မဲစာရင်း ({ $roll }) တွင် ပါဝင်သည်
because-put-on-roll = { $who } ကို { $first } နှင့် { $second } က { $on }တွင် မဲစာရင်း၌ ထည့်သွင်းခဲ့သည်
because-struck-from-roll = { $who } ကို { $first } နှင့် { $second } က { $on }တွင် မဲစာရင်းမှ ပယ်ဖျက်ခဲ့သည်
because-not-on-roll = { $who } သည် { $on }ရှိ မဲစာရင်း ({ $roll }) တွင် မပါဝင်ပါ
because-may-act = { $act } ကို { $by } က ဆောင်ရွက်ရန် ဖြစ်သည်
because-may-not-act = { $who } သည် { $act } ကို ဆောင်ရွက်ခွင့် မရှိပါ၊ { $by } က ဆောင်ရွက်ရန် ဖြစ်သည်
because-began = { $of } ၏ { $procedure } ကို { $on }တွင် စတင်ခဲ့သည်
because-not-begun = { $of } ၏ { $procedure } မစတင်ရသေးပါ
because-complete = { $procedure } အတွက် လိုအပ်သည်များ { $on }တွင် ပြည့်စုံခဲ့သည်
because-need-met = { $what } ကို { $on }မှစ၍ ရရှိပြီး ဖြစ်သည်
because-need-missing = { $what } လိုအပ်နေသေးသည်
because-step-open = { $act } ကို { $by } က ဆောင်ရွက်ရန် ကျန်သည်{ $due-given ->
    [no] {""}
   *[yes] ၊ နောက်ဆုံးရက်မှာ { $due } ဖြစ်သည်
 }
because-step-done = { $act } ကို { $on }တွင် ဆောင်ရွက်ပြီး ဖြစ်သည်
because-window-open = { $window } ကို { $until }အထိ ဖွင့်ထားသည်
because-window-closed = { $window } ကို { $on }တွင် ပိတ်ခဲ့သည်
because-investigating = { $by } က { $on }တွင် ကန့်ကွက်ခဲ့ပြီး ထိုကန့်ကွက်ချက်ကို စုံစမ်းဆဲ ဖြစ်သည်
because-investigated = စုံစမ်းမှုကို { $on }တွင် အဆုံးသတ်ခဲ့သည်
because-deadline = { $what } အတွက် နောက်ဆုံးရက်မှာ { $on } ဖြစ်သည်
because-overdue = { $what } သည် { $since }မှစ၍ နောက်ဆုံးရက် ကျော်လွန်နေသည်
because-seat-held = { $seat } နေရာကို { $by } က { $until-given ->
    [no] {""}
   *[yes] { $until }အထိ{" "}
 }တာဝန်ယူထားသည်
because-seat-vacant = { $seat } နေရာသည် { $since-given ->
    [no] {""}
   *[yes] { $since }မှစ၍{" "}
 }လစ်လပ်နေသည် ({ $cause })
because-fills = { $by } က { $same-given ->
    [no] {""}
   *[yes] { $same } တူညီသည့်{" "}
 }{ $from-given ->
    [no] {""}
   *[yes] { $from } များထဲမှ{" "}
 }ဤနေရာကို ဖြည့်သည်{ $until-given ->
    [no] {""}
   *[yes] {" "}({ $until }အထိ)
 }
because-term-limit = { $who } သည် သက်တမ်း { $terms } ကြိမ် ဆက်တိုက် တာဝန်ယူခဲ့ပြီး ဖြစ်သည်၊ အများဆုံး { $limit } ကြိမ်သာ တာဝန်ယူနိုင်သည်{ $again-given ->
    [no] {""}
   *[yes] ၊ { $again }မှစ၍ ပြန်လည်တာဝန်ယူနိုင်သည်
 }
because-terms-left = { $who } သည် သက်တမ်း { $terms } ကြိမ် ဆက်တိုက် တာဝန်ယူခဲ့သည်၊ အများဆုံး { $limit } ကြိမ်အထိ တာဝန်ယူနိုင်သည်
because-already-seated = { $who } သည် { $seat } နေရာကို တာဝန်ယူထားပြီး ဖြစ်သည်
because-back-planned = { $step } – { $span } ကြိုတင်ရမည်၊ နောက်ဆုံးရက်မှာ { $by } ဖြစ်သည်
because-interval = ကြားကာလကို နောက်ဆုံး { $meeting } ၏ { $last }မှစ၍ ရေတွက်သည်၊ နောက်တစ်ကြိမ်ကို နောက်ဆုံးထား၍ { $by }တွင် ဖွင့်ရမည်
because-silent = { $about } အကြောင်းကို ဖွဲ့စည်းပုံစည်းမျဉ်းတွင် မဖော်ပြထားပါ
because-version = { $from }မှစ၍ အတည်ဖြစ်သည့် ဗားရှင်း
because-delegated = { $power } ကို { $to } သို့ လွှဲအပ်နိုင်သည်
because-kept-back = { $matter } ကို လွှဲအပ်၍ မရပါ၊ { $of } ကသာ ဆက်လက် တာဝန်ယူသည်
because-not-from-there = { $who } သည် ဤနေရာအတွက် ရွေးချယ်ရမည့်သူများထဲတွင် မပါဝင်ပါ{ $from-given ->
    [no] {""}
   *[yes] ၊ { $from } ဖြစ်ရမည်
 }{ $same-given ->
    [no] {""}
   *[yes] ၊ ယခင်တာဝန်ယူခဲ့သူနှင့် { $same } တူညီရမည်
 }
because-too-few-voters = { $decision } တွင် မဲပေးသူဦးရေ { $voters } သာ ရှိသည်၊ အနည်းဆုံး ဦးရေ { $least } မပြည့်ဘဲ မည်သူကိုမျှ ရွေးကောက်၍ မရပါ

## Findings of the register

finding-Q2001 = စာကြောင်း { $line } သည် လုပ်ဆောင်ချက် မဟုတ်ပါ – { $why }
help-Q2001 = စာကြောင်းတစ်ကြောင်းစီသည် `id`၊ `act` နှင့် `on` ပါသည့် JSON object တစ်ခု ဖြစ်ရပါမည်။ လုပ်ဆောင်ချက် ရေးသားပုံစံကို ကြည့်ပါ။
finding-Q2002 = စာကြောင်း { $line } – `{ $act }` အမည်ဖြင့် လုပ်ဆောင်ချက် မရှိပါ
help-Q2002 = ဖွဲ့စည်းပုံစည်းမျဉ်းတွင် သတ်မှတ်ထားသည့် သို့မဟုတ် ပလက်ဖောင်းတွင် ပါရှိသည့် လုပ်ဆောင်ချက်ကို အသုံးပြုပါ။
finding-Q2003 = စာကြောင်း { $line } – `{ $act }` တွင် `{ $field }` အကွက် မရှိပါ
help-Q2003 = ဤလုပ်ဆောင်ချက်အတွက် ဖွဲ့စည်းပုံစည်းမျဉ်းက သတ်မှတ်ထားသည့် အကွက်များကို အသုံးပြုပါ။
finding-Q2004 = စာကြောင်း { $line } – `{ $act }` ၏ `{ $field }` အကွက် – { $why }
help-Q2004 = အကွက်ကို ဖွဲ့စည်းပုံစည်းမျဉ်းက သတ်မှတ်ထားသည့် အမျိုးအစားအတိုင်း ဖြည့်ပါ။
finding-Q2005 = စာကြောင်း { $line } – `{ $act }` တွင် `{ $field }` အကွက် မပါသေးပါ
help-Q2005 = ဤအကွက်ကို ဖြည့်ပါ။ မဖြည့်ပါက လုပ်ဆောင်ချက်သည် အကျိုးမသက်ရောက်နိုင်ပါ။
finding-Q2006 = လုပ်ဆောင်ချက် `{ $line }` – { $who } သည် { $on } တွင် { $act } ကို ဆောင်ရွက်ခွင့် မရှိပါ
help-Q2006 = လုပ်ဆောင်ချက်ကို သိမ်းဆည်းထားပြီး အကျိုးမသက်ရောက်ပါ။ ဆောင်ရွက်သူ သို့မဟုတ် ရက်စွဲကို ပြင်ဆင်ပါ။
finding-Q2007 = လုပ်ဆောင်ချက် `{ $line }` – { $on } ရှိ { $act } သည် အကျိုးမသက်ရောက်ပါ
help-Q2007 = လုပ်ဆောင်ချက်ကို သိမ်းဆည်းထားပါသည်။ ထိုနေ့တွင် ဖွဲ့စည်းပုံစည်းမျဉ်းပါ သတ်မှတ်ချက်များ မပြည့်မီခဲ့ပါ။
finding-Q2008 = စာကြောင်း { $line } – `{ $act }` အမှတ်အသားကို စာကြောင်း { $first } တွင် အသုံးပြုပြီး ဖြစ်သည်
help-Q2008 = လုပ်ဆောင်ချက်တိုင်းတွင် သီးခြားအမှတ်အသား ရှိရပါမည်။ လုပ်ဆောင်ချက်တစ်ခုကို ပြင်ဆင်ရန် ၎င်း၏ အမှတ်အသားကို `supersedes` တွင် ဖော်ပြပါ။
finding-Q2009 = စာကြောင်း { $line } – { $act } က ပြင်ဆင်သည့် `{ $corrected }` ကို မတွေ့ပါ
help-Q2009 = ဤမှတ်တမ်းစာရင်းပါ လုပ်ဆောင်ချက်တစ်ခု၏ အမှတ်အသားကို ဖော်ပြပါ။
finding-Q2010 = လုပ်ဆောင်ချက် { $act } နှင့် { $other } နှစ်ခုစလုံး မှန်ကန်၍ မရပါ
help-Q2010 = တစ်ခုကို အစားထိုးသည့် လုပ်ဆောင်ချက်ဖြင့် ပြင်ဆင်ပါ။
finding-Q2011 = စာကြောင်း { $line } – { $act } သည် { $on } တွင်မှ အကျိုးသက်ရောက်ပြီး ထိုနေ့သည် မေးထားသည့်နေ့၏ နောက်ပိုင်း ဖြစ်သည်
help-Q2011 = ၎င်းသည် အကျုံးမဝင်သေးပါ။ အဖြေ မည်သည့်နေ့အထိ မပြောင်းလဲသည်ကို တွက်ရာတွင် ထည့်သွင်းထားပါသည်။
finding-Q2012 = { $file } ကို ဖတ်၍ မရပါ – { $why }
help-Q2012 = ဖိုင်လမ်းကြောင်း မှန်၊ မမှန်နှင့် UTF-8 စာသားဖိုင် ဟုတ်၊ မဟုတ် စစ်ဆေးပါ။
finding-Q2013 = လုပ်ဆောင်ချက် `{ $line }` – { $ballot } တွင် { $who } ၏ မဲသည် အကျုံးမဝင်ပါ – { $why ->
    [out-of-time] { $on } တွင် မဲပေးပွဲ ဖွင့်မထားပါ
    [repeated] ယခင် ပေးထားသည့်မဲ ရှိပြီး ဖြစ်သည်
    [not-on-roll] { $who } သည် ဤမဲပေးပွဲတွင် မဲပေးခွင့် မရှိပါ
    [too-many] { $who } ၏ ကျန်ရှိသည့်မဲသည် ဤအရေအတွက်ထက် နည်းသည်
   *[proxy] ကိုယ်စား မဲပေးခဲ့သူသည် ဤမျှ များပြားသူတို့အတွက် ကိုယ်စား မဲပေးခွင့် မရှိပါ
 }
help-Q2013 = လုပ်ဆောင်ချက်ကို သိမ်းဆည်းထားပါသည်။ မှားယွင်း မှတ်တမ်းတင်ထားပါက ၎င်းကို အစားထိုးသည့် လုပ်ဆောင်ချက်ဖြင့် ပြင်ဆင်ပါ။
finding-Q2014 = လုပ်ဆောင်ချက် `{ $line }` – { $asked ->
    [secret] { $who } မည်သို့ မဲပေးခဲ့သည်ကို ဖော်ပြနေသည်၊ { $decision } တွင် လျှို့ဝှက်မဲစနစ်ဖြင့် မဲပေးရသည်
   *[by-name] မဲအရေအတွက်ကိုသာ မှတ်တမ်းတင်ထားသည်၊ { $decision } တွင် အမည်ဖော်ပြ၍ မဲပေးရသည်
 }
help-Q2014 = { $asked ->
    [secret] မဲပေးရာတွင် ပါဝင်ခဲ့သူများကို မှတ်တမ်းတင်ပြီး မဲအရေအတွက်ကို `declare-result` ဖြင့် ကြေညာပါ။
   *[by-name] မဲတစ်မဲစီကို `cast` ဖြင့် မှတ်တမ်းတင်ပါ။
 }
finding-Q2015 = လုပ်ဆောင်ချက် `{ $line }` – { $holder } သည် { $seat } နေရာကို { $on } တွင် တာဝန်ယူခဲ့သည်၊ ဤနေရာအတွက် ရွေးချယ်ရမည့်သူများထဲတွင် မပါဝင်ပါ
help-Q2015 = ဤနေရာတွင် တာဝန်ယူသူ ရှိသည်ဟု မှတ်ယူပါသည်။ ဤနေရာကို ဖြည့်မည့်သူအတွက် ဖွဲ့စည်းပုံစည်းမျဉ်းပါ သတ်မှတ်ချက်များကို သိလိုပါက `may … stand for …` ဟု မေးပါ။
finding-Q2016 = လုပ်ဆောင်ချက် `{ $line }` – { $table } ကို { $assessed } ဟု သတ်မှတ်ထားသည်၊ ဖွဲ့စည်းပုံစည်းမျဉ်းအရ { $owed-given ->
    [no] ပေးချေရမည့်ပမာဏကို မသိရသေးပါ
   *[yes] { $owed } ဖြစ်သည်
 }
help-Q2016 = ပေးချေရမည့်ပမာဏကို ဖွဲ့စည်းပုံစည်းမျဉ်းက သတ်မှတ်ပါသည်။ သတ်မှတ်ထားသည့်ပမာဏကို ဖြစ်စေ၊ ၎င်းအခြေခံသည့် အချက်အလက်များကို ဖြစ်စေ ပြင်ဆင်ပါ။

## Rules, paraphrased from their checked form

rule-charter = ဤသည်မှာ “{ $title }” ဖြစ်ပြီး { $from }မှစ၍ အတည်ဖြစ်သည်။
rule-period = `{ $name }` သည် ဤကွန်ရက်၏ ကာလတစ်ခု ဖြစ်သည်။
rule-list = { $name } တွင် ပါဝင်သည်များ – { $items }။
rule-class = { $begins-given ->
    [no] { $name } ဟူသည့် အမျိုးအစား ရှိသည်။
   *[yes] { $name } ဖြစ်လာရန် လုပ်ဆောင်ချက် – { $begins }။
 }
rule-persons = { $name } တိုင်းတွင် ရှိရမည့်သူများ – { $roles }။
rule-persons-different = { $name } တိုင်းတွင် ရှိရမည့်သူများ (တစ်ဦးစီ ကွဲပြားရမည်) – { $roles }။
rule-facts = { $name } တိုင်းနှင့်ပတ်သက်၍ သိရှိထားသည့် အချက်အလက်များ – { $facts }။
rule-office = ရာထူးတစ်ခု ရှိသည် – { $name }။
rule-meeting = အစည်းအဝေးတစ်ခု ရှိသည် – { $name }။
rule-meeting-every = { $name } ကို အနည်းဆုံး တစ်ကြိမ် ကျင်းပရမည့် ကြားကာလ – { $every }။
rule-meeting-called = { $name } ကို { $callers } က ခေါ်ယူသည်။
rule-meeting-after = { $name } ပြီးနောက် { $span } အတွင်း { $step } ကို ဆောင်ရွက်ရမည်။
rule-meeting-before = { $name } မတိုင်မီ အနည်းဆုံး { $span } ကြို၍ { $step } ကို ဆောင်ရွက်ရမည်။
rule-act = { $about-given ->
    [no] {""}
   *[yes] { $about } နှင့်ပတ်သက်၍{" "}
 }{ $name } ကို { $by } ကသာ ဆောင်ရွက်နိုင်သည်။
rule-act-says = { $name } တွင် ဖော်ပြရမည့် အချက်အလက်များ – { $text }။
rule-act-documents = { $name } နှင့်အတူ ပါရှိသည့် စာရွက်စာတမ်းများ – { $text }။
rule-act-seen-by = { $name } ကို ကြည့်ရှုနိုင်သူများ – { $text }။
rule-optional = { $name } (မဖြည့်ဘဲ ထားနိုင်သည်)
rule-document-in = { $list } ထဲမှ တစ်ခုဖြင့် ရေးထားသည့် { $document }
rule-act-only = ဤသတ်မှတ်ချက် ပြည့်မီမှသာ { $name } သည် အကျိုးသက်ရောက်သည် – { $condition }။
rule-class-ends = { $name } မဟုတ်တော့သည့် အကြောင်းရင်း – { $ends }။
rule-class-eligible = ဤသတ်မှတ်ချက် ပြည့်မီသူသာ { $name } ဖြစ်လာနိုင်သည် – { $condition }။
rule-class-together = { $name } သည် တစ်ချိန်တည်းတွင် ဤသို့လည်း ဖြစ်နိုင်သည် – { $others }။
rule-right = { $who } တိုင်းတွင် “{ $rights }” အခွင့်အရေး ရှိသည်{ $only }။
rule-lose = { $extent } { $who } တွင် “{ $rights }” အခွင့်အရေး မရှိပါ။
rule-keep = အပိုဒ် { $clause } ရှိသော်လည်း { $who } တွင် “{ $rights }” အခွင့်အရေး ဆက်လက်ရှိသည်{ $only }။
rule-duty = { $who } တိုင်း၏ တာဝန် ({ $per } အလိုက်) – { $done }{ $due-given ->
    [no] {""}
   *[yes] ၊ ဆောင်ရွက်ရမည့်အချိန် – { $due }
 }။
rule-due-by = { $when } အထိ
rule-duty-first = { $name } ကို ပထမဆုံး ဆောင်ရွက်ရမည့် ကာလ – { $first }။
rule-first-of-joining = စတင်ပါဝင်သည့် ကာလ
rule-first-after-joining = စတင်ပါဝင်သည့် ကာလ၏ နောက်တစ်ကာလ
rule-duty-late = { $name } ကို နောက်ကျ၍ ဆောင်ရွက်သော်လည်း အကျုံးဝင်သည့် နောက်ဆုံးရက် – { $until }။
rule-status = { $extent } { $who } သည် “{ $name }” ဖြစ်သည်။
rule-status-then = “{ $name }” ဖြစ်သူက ဆောင်ရွက်နိုင်သည်များ – { $acts }။
rule-status-ends = “{ $name }” ဖြစ်သူသည် အဖွဲ့ဝင် မဟုတ်တော့ပါ။
rule-table-cap = { $name } သည် အများဆုံး { $text } ဖြစ်သည်။
rule-table-floor = { $name } သည် အနည်းဆုံး { $text } ဖြစ်သည်။
rule-table-due = { $name } ပေးချေရမည့် နောက်ဆုံးရက် – { $text }။
rule-table-first = { $name } ကို ပထမဆုံး ပေးချေရမည့် ကာလ – { $text }။
rule-table = { $who } တိုင်း၏ { $name }{ $by-given ->
    [no] {""}
   *[yes] ၊ { $by } အလိုက်
 } –
rule-axis-last = ယခင်ကာလ၏ { $fact }
rule-axis-same = ထိုကာလ၏ { $fact }
rule-row = { $band } – { $value }
rule-row-step = ၊ { $above } အထက် { $each } ပြည့်တိုင်း { $add } ထပ်ပေါင်းသည်
rule-per-head = {" "}တစ်ဦးစီ
rule-define = ဤသတ်မှတ်ချက် ပြည့်မီလျှင် { $who } သည် “{ $name }” ဖြစ်သည် – { $means }။
rule-threshold = “{ $name }” ဆိုသည်မှာ – { $needs }။
rule-finding-also = ဤသတ်မှတ်ချက် ပြည့်မီလျှင် တွေ့ရှိချက် မရှိသော်လည်း “{ $name }” ဟု မှတ်ယူသည် – { $condition }။
rule-finding = “{ $name }” ဟုတ်၊ မဟုတ်ကို { $by } က စစ်ဆေး၍ အကြောင်းပြချက်နှင့်အတူ တွေ့ရှိချက် ပေးသည်။
rule-roll-fixed = { $when } အချိန်ရှိ { $who }
rule-decision-present = { $name } တွင် တက်ရောက်သူအဖြစ် ရေတွက်သည့်သူများ – { $text }။
rule-present-in-room = အခန်းအတွင်း တက်ရောက်သည့် { $who }
rule-present-remotely = အခန်းအတွင်း သို့မဟုတ် အဝေးမှ တက်ရောက်သည့် { $who }
rule-decision-vote = { $name } တွင် မဲပေးပုံ – { $text }။
rule-vote-per-organisation = အဖွဲ့အစည်းတစ်ခုလျှင် တစ်မဲ
rule-vote-per-person = လူတစ်ဦးလျှင် တစ်မဲ
rule-vote-by-name = အမည်ဖော်ပြ၍
rule-vote-secret = လျှို့ဝှက်မဲစနစ်ဖြင့်
rule-vote-by-hand = လက်ထောင်၍
rule-vote-in-writing = စာဖြင့်
rule-vote-may-split = မဲပေးသူတစ်ဦး၏ မဲများကို ရွေးချယ်မှု အမျိုးမျိုးသို့ ခွဲပေးနိုင်သည်
rule-election = { $method }{ $options-given ->
    [no] {""}
   *[yes] {" "}({ $options })
 }၊ နေရာ { $seats } ခုအတွက်{ $least-given ->
    [no] {""}
   *[yes] ၊ မဲပေးသူဦးရေ အနည်းဆုံး { $least } ရှိရမည်
 }
rule-decision-proxies = { $name } တွင် { $text }။
rule-proxies-none = မည်သူမျှ အခြားသူကိုယ်စား မဲမပေးနိုင်ပါ
rule-proxies-at-most = မဲပေးသူတစ်ဦးက အများဆုံး အခြားသူ { $most } ဦး ကိုယ်စား မဲပေးနိုင်သည်
rule-decision-roll = { $name } ၏ မဲစာရင်း – { $text }။
rule-decision-quorum = { $name } အတွက် အစည်းအဝေးအထမြောက်ရန် လိုအပ်ချက် – { $text }။
rule-quorum-each-vote = မဲပေးသည့်အခါတိုင်း { $text }
rule-quorum-to-open = အစည်းအဝေး ဖွင့်သည့်အခါ { $text }
rule-quorum-to-decide = ဆုံးဖြတ်သည့်အခါ { $text }
rule-decision-carried = { $name } ကို အတည်ပြုရန် လိုအပ်ချက် – { $text }။
rule-decision-open = { $name } ကို ဖွင့်ထားသည့် ကာလ – { $text }။
rule-open-for = { $from } မှစ၍ { $span }
rule-decision-abstain = { $name } တွင် ကြားနေမဲကို { $text }။
rule-abstain-quorum = အစည်းအဝေးအထမြောက်မှုအတွက်သာ ရေတွက်သည်
rule-abstain-no = မထောက်ခံမဲအဖြစ် ရေတွက်သည်
rule-abstain-not-counted = မရေတွက်ပါ
rule-decision-silence = { $name } တွင် တုံ့ပြန်မှု မရှိသူကို { $text }။
rule-silence-abstains = ကြားနေသူအဖြစ် မှတ်ယူသည်
rule-silence-not-cast = မဲမပေးသူအဖြစ် မှတ်ယူသည်
rule-decision-tie = { $name } တွင် မဲအရေအတွက် တူညီလျှင် { $text }။
rule-tie-not-carried = အတည်မပြုပါ
rule-tie-casting = { $of } ၏ အဆုံးအဖြတ်မဲဖြင့် ဆုံးဖြတ်သည်
rule-tie-lot = မဲနှိုက်၍ ဆုံးဖြတ်သည်
rule-tie-another = နောက်တစ်ကြိမ် မဲပေးသည်
rule-decision-weight = { $name } တွင် မဲတစ်မဲစီ၏ တန်ဖိုးကို { $text } အရ သတ်မှတ်သည်။
rule-decision-elect = { $name } ၏ ရေတွက်နည်း – { $text }။
rule-procedure-as = { $name } ကို { $other } အတိုင်း ဆောင်ရွက်သည်{ $without-given ->
    [no] {""}
   *[yes] ၊ မလိုအပ်သည်များ – { $without }
 }။
rule-procedure-begins = { $name } ကို စတင်ရန် လုပ်ဆောင်ချက် – { $text }။
rule-procedure-needs = { $name } ပြည့်စုံရန် လိုအပ်သည်များ – { $text }။
rule-procedure-then = { $name } ပြည့်စုံပြီးနောက် ဆက်လက်ဆောင်ရွက်ရန်များ – { $text }။
rule-procedure-window = { $name } တွင် အချိန်ပေးထားသည်များ – { $text }။
rule-procedure-objection = { $name } တွင် ကန့်ကွက်မှု အကျုံးဝင်ပုံ – { $text }။
rule-objection = { $act } ရှိလျှင် { $until } အထိ စုံစမ်းသည်{ $then-given ->
    [no] {""}
   *[yes] ၊ ထို့နောက် ဆောင်ရွက်ရန် – { $then }
 }
rule-procedure-overdue = { $name } သည် နောက်ဆုံးရက် ကျော်လွန်လျှင် { $text }။
rule-overdue-open = ဆုံးဖြတ်ရန် ဆက်လက်စောင့်ဆိုင်းသည်
rule-overdue-carried = အတည်ပြုပြီးဟု မှတ်ယူသည်
rule-overdue-not-carried = အတည်မပြုဟု မှတ်ယူသည်
rule-decide-step = { $decision }{ $window-given ->
    [no] {""}
   *[yes] ၊ { $window } မပိတ်မီ မဆုံးဖြတ်ရ
 }{ $meeting-given ->
    [no] {""}
   *[yes] ၊ နောက်တစ်ကြိမ် အစည်းအဝေးတွင်
 }{ $by-given ->
    [no] {""}
   *[yes] ၊ { $by }
 }
rule-procedure-decide = { $name } အတွက် ဆုံးဖြတ်ချက် – { $text }။
rule-procedure-outcome = { $name } ၏ ရလဒ် – { $text }။
rule-if-carried = အတည်ပြုလျှင် { $becomes }
rule-if-not-carried = အတည်မပြုလျှင် { $becomes }
rule-seat-per = { $list } တစ်ခုစီအတွက် တစ်နေရာ
rule-seat-created = { $name } (သတ်မှတ်ထားလျှင်)
rule-seat-voting = { $body } တွင် မဲပေးခွင့်ရှိသည့် နေရာများ – { $seats }။
rule-seat-not-voting = { $body } တွင် မဲပေးခွင့်မရှိသည့် နေရာများ – { $seats }။
rule-term = { $body } တွင် သက်တမ်းတစ်ကြိမ်၏ ကြာချိန် – { $term }။
rule-term-with = { $body } ရှိ ၎င်း၏နေရာကို တာဝန်ယူထားသရွေ့
rule-term-until = နောက်တစ်ကြိမ် { $meeting } အထိ
rule-limit = { $body } – { $text }။
rule-limit-consecutive = { $per } အလိုက် သက်တမ်း အများဆုံး { $count } ကြိမ် ဆက်တိုက် တာဝန်ယူနိုင်သည်
rule-limit-terms = { $per } အလိုက် သက်တမ်း အများဆုံး { $count } ကြိမ် တာဝန်ယူနိုင်သည်
rule-limit-again = { $span } အကြာတွင် ပြန်လည်တာဝန်ယူနိုင်သည်
rule-limit-part-count = အခြားသူ၏ ကျန်သက်တမ်းကို တာဝန်ယူခြင်းသည် သက်တမ်းတစ်ကြိမ်အဖြစ် အကျုံးဝင်သည်
rule-limit-part = အခြားသူ၏ ကျန်သက်တမ်းကို တာဝန်ယူခြင်းသည် သက်တမ်းတစ်ကြိမ်အဖြစ် အကျုံးမဝင်ပါ
rule-limit-any-gap = မည်မျှပင် နားသည်ဖြစ်စေ ဆက်တိုက် တာဝန်ယူခြင်း မဟုတ်တော့ပါ
rule-limit-that-break = ထိုကာလ ပြည့်အောင် နားမှသာ ဆက်တိုက် တာဝန်ယူခြင်း မဟုတ်တော့ပါ
rule-limit-one = { $per } အလိုက် တစ်နေရာသာ တာဝန်ယူနိုင်သည်
rule-limit-not-with = { $other } နှင့် တစ်ချိန်တည်း တာဝန်မယူနိုင်ပါ
rule-limit-share = { $fact } တူညီသည့် နေရာများသည် နေရာအားလုံး၏ { $share } ထက် မများရ
rule-vacancy = { $cause } ကြောင့် လစ်လပ်သည့် { $body } နေရာကို ဖြည့်မည့်နည်း – { $fillers }။
rule-its-organisation = ယခင်တာဝန်ယူသူ၏ အဖွဲ့အစည်း
rule-filler = { $by } က{ $from-given ->
    [no] {""}
   *[yes] {" "}{ $from } များထဲမှ
 }{ $same-given ->
    [no] {""}
   *[yes] {" "}({ $same } တူညီသူ)
 }{ $rest-given ->
    [no] {""}
   *[yes] {" "}ကျန်သက်တမ်းအတွက်
 }{ $span-given ->
    [no] {""}
   *[yes] {" "}{ $span } အတွင်း
 } ဖြည့်သည်
rule-then = ၊ ထို့နောက်{" "}
rule-delegation = { $from } က { $name } ကို { $to } သို့ လွှဲအပ်နိုင်သည်။
rule-delegation-except = { $from } က လွှဲအပ်၍ မရသည်များ – { $matters }။
rule-notice = { $when-given ->
    [no] {""}
   *[yes] { $when } ရှိလျှင်{" "}
 }{ $within-given ->
    [no] {""}
   *[yes] { $within } အတွင်း{" "}
 }{ $by } က { $to }{ $every-given ->
    [no] {""}
   *[yes] {" "}တိုင်း
 } ထံ “{ $name }” အသိပေးစာ ပို့သည်။
rule-transition-follows = ဆောင်ရွက်ဆဲ { $of } သည် အတည်ဖြစ်သည့် ဗားရှင်းသို့ ပြောင်းသည်။
rule-transition-keeps = ဆောင်ရွက်ဆဲ { $of } သည် စတင်သည့်နေ့ရှိ ဗားရှင်းအတိုင်း ဆက်လက်ရှိသည်။
rule-reading = စာသားက အဖြေမပေးသည့် မေးခွန်း ({ $name }) – { $question }
rule-option = — { $name } – { $means }
rule-option-proposed = — { $name } – { $means } (အဆိုပြုထားသည်)
rule-silent = ဤအကြောင်းကို ဖွဲ့စည်းပုံစည်းမျဉ်းတွင် မဖော်ပြထားပါ – { $about }။
rule-no-rule = စည်းမျဉ်း မရှိပါ – { $why }။
rule-record-only = မှတ်တမ်းသာ တင်သည် – { $why }။
rule-for-people = ဤသည်ကို လူက ဆုံးဖြတ်သည် – { $why }။
rule-only = {" "}(သတ်မှတ်ချက် – { $condition })
rule-under = { $text } (အနက်ဖွင့်ဆိုချက် { $reading } အရ)
rule-and = ၊ ထို့ပြင်{" "}
rule-or = ၊ သို့မဟုတ်{" "}
rule-not = ({ $condition }) ဆိုသည်မှာ မမှန်ပါ
rule-while = ဤသတ်မှတ်ချက် ပြည့်မီနေသရွေ့ ({ $condition })
rule-once = ဤသတ်မှတ်ချက် ပြည့်မီသည့်နေ့မှစ၍ ({ $condition })
rule-always = မည်သည့်အခြေအနေတွင်မဆို
rule-from = { $from } မှစ၍
rule-from-until = { $from } မှစ၍ { $until } အထိ
rule-span-later = { $span } အကြာ
rule-equal = { $left } သည် { $right } ဖြစ်သည်
rule-not-equal = { $left } သည် { $right } မဟုတ်ပါ
rule-less = { $left } သည် { $right } ထက် နည်းသည်
rule-at-most = { $left } သည် အများဆုံး { $right } ဖြစ်သည်
rule-more = { $left } သည် { $right } ထက် များသည်
rule-at-least = { $left } သည် အနည်းဆုံး { $right } ဖြစ်သည်
rule-in-list = { $left } သည် { $list } တွင် ပါဝင်သည်
rule-is = { $who } သည် { $name } ဖြစ်သည်
rule-missed = { $duty } ကို နောက်ဆုံးရက်အတွင်း မဆောင်ရွက်ခဲ့သည်မှာ { $count } ကြိမ် ရှိသည်{ $after-given ->
    [no] {""}
   *[yes] ၊ တစ်ကြိမ်စီသည် { $after } ပြီးနောက် ဖြစ်သည်
 }
rule-missed-consecutive = { $duty } ကို နောက်ဆုံးရက်အတွင်း မဆောင်ရွက်ခဲ့သည်မှာ { $count } ကြိမ် ဆက်တိုက် ရှိသည်{ $after-given ->
    [no] {""}
   *[yes] ၊ တစ်ကြိမ်စီသည် { $after } ပြီးနောက် ဖြစ်သည်
 }
rule-settled = { $table } ပေးချေပြီး ဖြစ်သည်
rule-happened = { $window }{ $what } ရှိသည်
rule-within-last = လွန်ခဲ့သည့် { $span } အတွင်း{" "}
rule-in-that = ထို { $period } အတွင်း{" "}
rule-may = ၎င်းတွင် “{ $right }” အခွင့်အရေး ရှိသည်
rule-filed-before = အစည်းအဝေး မဖွင့်မီ { $span } ကြို၍ အဆို တင်သွင်းထားသည်
rule-filed-as = အဆိုကို { $kind } အဖြစ် တင်သွင်းထားသည်
rule-who-subject = ၎င်း
rule-who-by = ဆောင်ရွက်သူ
rule-who-about = သက်ဆိုင်သူ
rule-fact-of = { $who } ၏ { $fact }
rule-distinct = { $set } တို့၏ မတူညီသည့် { $fact } အရေအတွက်
rule-heads = { $set } ၏ ဦးရေ
rule-count = { $window }{ $what } အရေအတွက်
rule-sum = { $window }{ $what } ၏ { $field } စုစုပေါင်း
rule-portion = { $base } ၏ { $share }
rule-portion-plus = { $base } ၏ { $share } အပေါင်း တစ်
rule-portion-down = { $base } ၏ { $share } (အပိုင်းကိန်းကို ဖယ်၍)
rule-portion-down-plus = { $base } ၏ { $share } (အပိုင်းကိန်းကို ဖယ်၍) အပေါင်း တစ်
rule-set-with = “{ $right }” အခွင့်အရေးရှိသည့် { $set }
rule-set-opening = အစည်းအဝေး ဖွင့်သည့်အခါရှိ { $set }
rule-hap-missed = { $name } ကို နောက်ဆုံးရက်အတွင်း မဆောင်ရွက်ခြင်း
rule-hap-settled = { $name } ပေးချေခြင်း
rule-hap-carried = { $name } ကို အတည်ပြုခြင်း
rule-hap-not-carried = { $name } ကို အတည်မပြုခြင်း
rule-hap-opening = { $of-given ->
    [no] အစည်းအဝေး
   *[yes] { $of }
 } ဖွင့်ခြင်း
rule-hap-closing = { $of-given ->
    [no] အစည်းအဝေး
   *[yes] { $of }
 } ပိတ်ခြင်း
rule-hap-joining = စတင်ပါဝင်ခြင်း
rule-occ-by = { $by } ၏ { $what }
rule-occ-same = ထိုကာလအတွက် { $what }
rule-occ-same-or-later = ထိုကာလ သို့မဟုတ် နောက်ပိုင်းကာလအတွက် { $what }
rule-occ-later = နောက်ပိုင်းကာလအတွက် { $what }
rule-occ-offset = { $what } ပြီး { $span } အကြာ
rule-occ-offset-before = { $what } မတိုင်မီ { $span }
rule-end-of-period = ကာလ၏ နောက်ဆုံးနေ့
rule-when-after = { $from-given ->
    [no] {""}
   *[yes] { $from } မှစ၍{" "}
 }{ $span } အတွင်း
rule-when-before = { $of } မတိုင်မီ { $span }
