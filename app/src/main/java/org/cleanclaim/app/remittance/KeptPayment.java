package org.cleanclaim.app.remittance;

import java.util.List;
import org.cleanclaim.kernel.remittance.ClaimPayment;

/// A claim payment with what was made of it, ready to be kept.
record KeptPayment(int position, ClaimPayment payment, ClaimMatch match, List<KeptLine> lines) {
  KeptPayment {
    lines = List.copyOf(lines);
  }
}
