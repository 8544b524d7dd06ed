package lakes

import rego.v1

default vote := false

vote if {
	input.class == "member"
	not silent
}

affirmed contains act.year if {
	some act in input.acts
	act.act == "affirm"
}

silent if {
	input.owedSince <= input.lastClosed
	not input.lastClosed in affirmed
	not input.year in affirmed
}

fee := 1 if input.income < 1000000

fee := 15 if {
	input.income >= 1000000
	input.income < 5000000
}

fee := 20 if {
	input.income >= 5000000
	input.income <= 10000000
}

fee := 50 if input.income > 10000000
