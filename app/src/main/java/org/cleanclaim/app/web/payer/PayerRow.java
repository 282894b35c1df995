package org.cleanclaim.app.web.payer;

import org.cleanclaim.app.contract.DirectoryFile;
import org.cleanclaim.app.contract.PayerIdentifier;
import org.jspecify.annotations.Nullable;

/// A payer as the directory's list shows it.
///
/// @param measuredDays in which it decided nine of ten claims of the last year; null when too few
///   are known
public record PayerRow(DirectoryFile.Entry entry, @Nullable Integer measuredDays) {
  /// Its usual days of an answer with what they rest on.
  public String usualDays() {
    if (measuredDays != null) return measuredDays + ", measured";
    var entered = entry.contact().usualAnswerDays();
    return entered == null ? "not known" : entered + ", entered";
  }

  /// Whether it is found by some words: name, short name or one of its numbers.
  public boolean fits(String words) {
    String wanted = words.strip().toLowerCase(java.util.Locale.ROOT);
    var payer = entry.payer();
    String all =
        payer.name()
            + " "
            + payer.slug()
            + " "
            + payer.electronicId().value()
            + " "
            + String.join(
                " ", entry.identifiers().stream().map(PayerIdentifier::identifier).toList());
    return all.toLowerCase(java.util.Locale.ROOT).contains(wanted);
  }
}
