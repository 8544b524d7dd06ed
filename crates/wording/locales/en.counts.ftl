## Counts: what happened in each step, in words that a person can follow with the papers in hand.

count-head = { $method }: { $seats ->
    [one] one to be elected
   *[other] { $seats } to be elected
 } from { $candidates ->
    [one] one candidate
   *[other] { $candidates } candidates
 }.
count-papers = { $valid } votes count; { $invalid ->
    [0] no paper is blank or invalid.
   *[other] { $invalid } are blank or invalid.
 }
count-rules = Rules: { $rules }.
count-quota = Quota: { $votes }.
count-step = Step { $step }
count-exhausted = papers that rank nobody left
count-lost = lost by cutting off digits
count-result = Result
count-pairs = Preferred by pairs: how many papers rank the one in the row above the one in the column
count-paths = Strongest paths: how strong the way is from the one in the row to the one in the column
count-ranking = From first to last: { $ranking }.
count-picture-steps = A row for each candidate and a bar for each step of the count; the dashed line is the quota.
count-picture-pairs = A row for each candidate; a field says how many papers rank the one in the row above the one in the column, in bold where that is more than the other way round.
count-by-order = No rule for ties was given, so the order of the file decided one. A charter has to name its own: --ties, --seed.

count-first-choices = First choices are counted.
count-added = What the papers say is added up.
count-elected-quota = { $name } reaches the quota and is elected.
count-elected-majority = { $name } has more than half and is elected.
count-elected-most = { $name } has the most and is elected.
count-elected-remaining = { $name } is elected: as many are left as there are seats.
count-elected-unbeaten = { $name } is elected: nobody is preferred to them.
count-elected-run-off = { $name } wins the run-off.
count-excluded = { $several ->
    [yes] { $names } are excluded, and their papers go to the next whom each ranks.
   *[no] { $names } is excluded, and the papers go to the next whom each ranks.
 }
count-capped = { $several ->
    [yes] { $names } cannot be elected any more: { $group } has as many as may be.
   *[no] { $names } cannot be elected any more: { $group } has as many as may be.
 }
count-surplus = { $name } has { $amount } beyond the quota. Papers go on at the value { $value }.
count-new-quota = From here on { $votes } elect.
count-kept = The parts that the elected keep are worked out anew, { $times ->
    [one] once
   *[other] { $times } times
 }, until { $surplus } is left above the quota: { $parts }.
count-run-off = { $names } go on to the run-off.
count-preferred = { $votes }; { $neither } prefer neither.
count-dropped-quorum = { $name } is dropped: { $preferred } prefer it to the default, which is less than the quorum.
count-dropped-majority = { $name } is dropped: { $preferred } prefer it to the default and { $against } the default to it, which is less than the majority.
count-victory = { $winner } is preferred to { $loser } by { $votes } to { $against }.
count-victory-passed = { $winner } is preferred to { $loser } by { $votes } to { $against }; this is passed over, because it contradicts stronger ones.
count-schwartz = Nobody outside defeats { $names }.

count-tie-elect = { $names } are equal; { $chosen } is elected, by { $by }.
count-tie-exclude = { $names } are equal; { $chosen } is excluded, by { $by }.
count-tie-surplus = { $names } have equal surpluses; that of { $chosen } goes first, by { $by }.
count-tie-run-off = { $names } are equal; { $chosen } goes on to the run-off, by { $by }.
count-tie-victory = Victories of { $names } are equal; that of { $chosen } counts first, by { $by }.
count-by-earlier-stage = the votes after step { $step }
count-by-head-to-head = who is preferred by more papers
count-by-score = the sum of scores
count-by-most-top-scores = the most of the largest score
count-by-lot = lot
count-by-casting-vote = the casting vote
count-by-order-of-the-paper = the order of the paper

count-ends-complete = { $several ->
    [yes] Elected, in this order: { $winners }.
   *[no] Elected: { $winners }.
 }
count-ends-short = { $winners-given ->
    [yes] Elected: { $winners }.
   *[no] Nobody is elected.
 } { $empty ->
    [one] One seat stays empty.
   *[other] { $empty } seats stay empty.
 }
count-ends-tied = { $winners-given ->
    [yes] Elected so far: { $winners }.
   *[no] Nobody is elected yet.
 } { $names } are equal, and the rules do not say what decides.
count-ends-again = { $winners-given ->
    [yes] Elected so far: { $winners }.
   *[no] Nobody is elected yet.
 } { $names } are equal: the vote is held again between them.
count-ends-second-round = Nobody has more than half. A second round is held between { $names }.
count-ends-nominations-reopened = Reopening nominations won: the seat stays empty, and nominations are opened again.
count-ends-default-wins = The default option won: none of the others is chosen.
