//! Stripe's objects as what is true of a payment.

use chrono::{DateTime, Utc};
use kernel::Money;
use payments::{Dispute, DisputeState, Fault, Hint, Paid, Payout, Refund, RefundState, Snapshot, State, Touched};
use stripe_shared::{
    BalanceTransaction, Charge, CheckoutSession, CheckoutSessionPaymentStatus, CheckoutSessionStatus, DisputeStatus,
    PaymentIntent, PaymentIntentStatus,
};

use crate::amounts::heard;

fn at(seconds: i64) -> Result<DateTime<Utc>, Fault> {
    DateTime::from_timestamp(seconds, 0).ok_or_else(|| Fault::Uncertain(String::from("a time out of range")))
}

/// What a session says of its payment. Refunds and disputes are listed apart.
pub fn snapshot(session: &CheckoutSession) -> Result<Snapshot, Fault> {
    let intent = session.payment_intent.as_ref().and_then(|intent| intent.as_object());
    let paid = intent.map(paid).transpose()?.flatten();
    let attempt = session.metadata.as_ref().and_then(|metadata| metadata.get("attempt").cloned());
    Ok(Snapshot {
        session: session.id.to_string(),
        attempt: attempt.or_else(|| session.client_reference_id.clone()),
        live: session.livemode,
        state: if paid.is_some() { State::Paid } else { state(session, intent) },
        paid,
        refunds: Vec::new(),
        disputes: Vec::new(),
    })
}

/// What became of a session without money.
fn state(session: &CheckoutSession, intent: Option<&PaymentIntent>) -> State {
    match (&session.status, &session.payment_status, intent.map(|intent| &intent.status)) {
        (_, _, Some(PaymentIntentStatus::Canceled)) => State::Failed,
        (Some(CheckoutSessionStatus::Expired), _, _) => State::Expired,
        (_, _, Some(PaymentIntentStatus::Processing)) => State::Processing,
        (Some(CheckoutSessionStatus::Complete), CheckoutSessionPaymentStatus::Unpaid, Some(_)) => State::Failed,
        (Some(CheckoutSessionStatus::Complete), _, _) => State::Processing,
        _ => State::Open,
    }
}

/// The money of a payment, once it is there.
fn paid(intent: &PaymentIntent) -> Result<Option<Paid>, Fault> {
    if intent.status != PaymentIntentStatus::Succeeded {
        return Ok(None);
    }
    let gross = heard(intent.amount_received, &intent.currency)?;
    let charge: Option<&Charge> = intent.latest_charge.as_ref().and_then(|charge| charge.as_object());
    let settled = charge.and_then(|charge| charge.balance_transaction.as_ref()?.as_object());
    // In another currency the fee is known once the payout is matched; it is never worked out here.
    let fee = settled.map(fee).transpose()?.filter(|fee| fee.currency() == gross.currency());
    let when = charge.map_or(intent.created, |charge| charge.created);
    Ok(Some(Paid { reference: intent.id.to_string(), gross, fee, at: at(when)? }))
}

fn fee(transaction: &BalanceTransaction) -> Result<Money, Fault> {
    heard(transaction.fee, &transaction.currency)
}

pub fn refund(refund: &stripe_shared::Refund) -> Result<Refund, Fault> {
    let state = match refund.status.as_deref() {
        Some("succeeded") => RefundState::Done,
        Some("failed" | "canceled") => RefundState::Failed,
        _ => RefundState::Pending,
    };
    let amount = heard(refund.amount, &refund.currency)?;
    Ok(Refund { reference: refund.id.to_string(), amount, at: at(refund.created)?, state })
}

pub fn dispute(dispute: &stripe_shared::Dispute) -> Result<Dispute, Fault> {
    let amount = heard(dispute.amount, &dispute.currency)?;
    let fees = dispute.balance_transactions.iter().map(fee).collect::<Result<Vec<_>, _>>()?;
    let own = fees.into_iter().filter(|fee| fee.currency() == amount.currency());
    let fee = own.fold(Money::zero(amount.currency()), |sum, fee| sum.plus(fee).unwrap_or(sum));
    let state = match dispute.status {
        DisputeStatus::Lost => DisputeState::Lost,
        DisputeStatus::Won | DisputeStatus::WarningClosed | DisputeStatus::Prevented => DisputeState::Won,
        _ => DisputeState::Open,
    };
    Ok(Dispute { reference: dispute.id.to_string(), amount, fee, at: at(dispute.created)?, state })
}

pub fn payout(payout: &stripe_shared::Payout) -> Result<Payout, Fault> {
    let amount = heard(payout.amount, &payout.currency)?;
    Ok(Payout { reference: payout.id.to_string(), amount, at: at(payout.arrival_date)? })
}

/// Where lists point.
pub fn touched(
    sessions: &[CheckoutSession],
    refunds: &[stripe_shared::Refund],
    disputes: &[stripe_shared::Dispute],
) -> Vec<Touched> {
    let done = sessions.iter().filter(|session| session.status == Some(CheckoutSessionStatus::Complete));
    let sessions = done.map(|session| (Hint::Session(session.id.to_string()), session.created));
    let refunds = refunds
        .iter()
        .filter_map(|refund| Some((Hint::Payment(refund.payment_intent.as_ref()?.id().to_string()), refund.created)));
    let disputes = disputes.iter().filter_map(|dispute| {
        Some((Hint::Payment(dispute.payment_intent.as_ref()?.id().to_string()), dispute.created))
    });
    let all = sessions.chain(refunds).chain(disputes);
    all.filter_map(|(hint, when)| Some(Touched { at: hint, when: at(when).ok()? })).collect()
}
