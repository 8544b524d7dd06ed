//! What a receipt, a notice of a fee or a credit note says, ready to be shown or set.
