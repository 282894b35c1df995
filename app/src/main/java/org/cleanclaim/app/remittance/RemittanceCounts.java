package org.cleanclaim.app.remittance;

/// How many claims a remittance tells of, whether or not all of them are shown.
///
/// @param takenBack reversals (CLP02 22)
/// @param unmatched without a claim of ours yet
/// @param notOurs misdirected
public record RemittanceCounts(int claims, int takenBack, int unmatched, int notOurs) {}
