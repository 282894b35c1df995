package org.cleanclaim.app.contract;

import java.util.Set;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.PayerId;
import org.jspecify.annotations.Nullable;

/// A payer the practice bills.
///
/// @param slug short name in files and addresses
/// @param electronicId its address at the clearinghouse
/// @param memberIdPattern regular expression of its member ids, when known
/// @param authorizationRequired procedures that it pays with an authorization only
public record Payer(
    long id,
    String slug,
    String name,
    PayerId electronicId,
    FilingIndicator filing,
    int timelyFilingDays,
    @Nullable String memberIdPattern,
    Set<ProcedureCode> authorizationRequired) {
  public Payer {
    authorizationRequired = Set.copyOf(authorizationRequired);
  }
}
