package org.cleanclaim.edits.payerrule;

import org.cleanclaim.kernel.Money;

/// Figures of a replay while it runs.
final class ReplayCount {
  int touched;
  int changed;
  private int prevented;
  private Money preventedCharge = Money.ZERO;
  private int falseHolds;
  private Money falselyHeld = Money.ZERO;
  private int mended;
  private Money mendedCharge = Money.ZERO;
  private int changedThoughPaid;
  private Money paidUnchanged = Money.ZERO;

  void prevented(Money charge) {
    prevented++;
    preventedCharge = preventedCharge.plus(charge);
  }

  void mended(Money charge) {
    mended++;
    mendedCharge = mendedCharge.plus(charge);
  }

  void heldThoughPaid(Money paid) {
    falseHolds++;
    falselyHeld = falselyHeld.plus(paid);
  }

  void changedThoughPaid(Money paid) {
    changedThoughPaid++;
    paidUnchanged = paidUnchanged.plus(paid);
  }

  ReplayFigures figures() {
    return new ReplayFigures(
        touched,
        prevented,
        preventedCharge,
        falseHolds,
        falselyHeld,
        changed,
        mended,
        mendedCharge,
        changedThoughPaid,
        paidUnchanged);
  }
}
