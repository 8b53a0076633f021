//! Every question of the referral, section by section. Words and structure only: no rule lives here.

mod choices;
