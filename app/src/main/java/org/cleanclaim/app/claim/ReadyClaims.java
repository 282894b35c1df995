package org.cleanclaim.app.claim;

import org.cleanclaim.kernel.Money;

/// The claims of a payer that are ready and wait for somebody to send them.
public record ReadyClaims(long payerId, String slug, String payer, int claims, Money billed) {}
