package org.cleanclaim.app.deadline;

/// What a payer's contract says of corrected claims and appeals was changed.
public record PayerTermsChanged(long payerId) {}
