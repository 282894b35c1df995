package org.cleanclaim.app.contract;

/// What the directory knows of a payer's claims was changed, such as its filing limit.
public record PayerChanged(long payerId) {}
