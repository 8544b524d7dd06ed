//! Documents as PDF, with the scripts of Khmer, Burmese, Lao and Thai.
