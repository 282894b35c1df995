package org.cleanclaim.cli.posting;

import java.util.HashSet;
import org.cleanclaim.app.access.Organization;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.party.Address;

/// The invented practice that is measured, and the payer of its claims.
public final class BenchPractice {
  static final String NPI = "1234567893";

  private BenchPractice() {}

  public static Organization practice() {
    return new Organization(
        0,
        "Bench practice",
        new Npi(NPI),
        new TaxId("123456789", TaxId.Kind.EMPLOYER),
        new Taxonomy("207Q00000X"),
        new Address("1 Test Street", null, "Marlow", "OH", "432150001"),
        "6145550100",
        "America/New_York");
  }

  public static Payer payer() {
    return new Payer(
        0,
        "bench",
        "BENCH PAYER",
        new PayerId("BENCHP"),
        FilingIndicator.ofCode("CI").orElseThrow(),
        365,
        null,
        new HashSet<>());
  }
}
