package org.cleanclaim.app.remittance;

import org.cleanclaim.kernel.Money;

/// What keeps a remittance from being posted: the place in the file, a sentence, what to do.
record Stop(StopReason reason, String place, String sentence, String remedy, Money amount) {}
