package org.cleanclaim.app.codingaudit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a targeted sample looks for; with all of it left out the sample is random.
///
/// @param code a code of the chart or of its charges, or how it begins
/// @param setting OUTPATIENT, EMERGENCY or INPATIENT
/// @param payer slug of the primary payer on the day of service
/// @param chargeOver dollars that the charges of the visit come to more than
/// @param rejectedSuggestions how many suggestions the coder rejected at least
/// @param coderSince coders who were employed on or after the day
public record AuditCriteria(
    @Nullable String code,
    @Nullable String setting,
    @Nullable String payer,
    @Nullable BigDecimal chargeOver,
    @Nullable Integer rejectedSuggestions,
    @Nullable LocalDate coderSince) {
  public static final AuditCriteria NONE = new AuditCriteria(null, null, null, null, null, null);

  private static final BigDecimal MOST = new BigDecimal("100000000");

  public AuditCriteria {
    code = code == null ? null : code.strip().replace(".", "").toUpperCase(java.util.Locale.ROOT);
    if (code != null && !code.matches("[0-9A-Z]{1,7}")) {
      throw new AuditRefusal("A code or its beginning has 1 to 7 letters and digits.");
    }
    if (setting != null && !List.of("OUTPATIENT", "EMERGENCY", "INPATIENT").contains(setting)) {
      throw new AuditRefusal("The kind of visit is OUTPATIENT, EMERGENCY or INPATIENT.");
    }
    if (chargeOver != null && (chargeOver.signum() < 0 || chargeOver.compareTo(MOST) > 0)) {
      throw new AuditRefusal("The charge is in dollars and not negative.");
    }
    if (rejectedSuggestions != null && rejectedSuggestions < 1) {
      throw new AuditRefusal("Ask for at least one rejected suggestion, or for none at all.");
    }
  }

  public boolean isRandom() {
    return equals(NONE);
  }

  /// In words, for pages.
  public String words() {
    var words = new ArrayList<String>();
    if (code != null) words.add("code " + code + "…");
    if (setting != null) words.add(setting.toLowerCase(java.util.Locale.ROOT) + " visits");
    if (payer != null) words.add("payer " + payer);
    if (chargeOver != null) words.add("charges over $" + chargeOver.toPlainString());
    if (rejectedSuggestions != null) {
      words.add("at least " + rejectedSuggestions + " rejected suggestions");
    }
    if (coderSince != null) words.add("coders employed since " + coderSince);
    return words.isEmpty() ? "random" : "targeted: " + String.join(", ", words);
  }
}
