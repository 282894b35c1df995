package org.cleanclaim.bench.edits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.ScrubContext;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.ClaimType;
import org.cleanclaim.kernel.claim.Diagnosis;
import org.cleanclaim.kernel.claim.FilingIndicator;
import org.cleanclaim.kernel.claim.PayerSequence;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.MemberId;
import org.cleanclaim.kernel.identifier.Npi;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.identifier.TaxId;
import org.cleanclaim.kernel.identifier.Taxonomy;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.Address;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.party.PartyName.PersonName;
import org.cleanclaim.kernel.party.Provider;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.party.Sex;

/// Measures how many claims of four lines a core scrubs a second, all layers together, with the
/// starter tables. The goal is 30,000.
public final class ScrubBench {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final int CLAIMS = 1_000;
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 2_000_000_000L;

  private ScrubBench() {}

  public static void main(String[] args) {
    Scrubber scrubber = Scrubber.of(CodeSets.starter(), NcciTables.starter());
    ScrubContext context =
        ScrubContext.asOf(DAY.plusDays(8)).withTimelyFilingDays(90).withMemberIdPattern("M\\d+");
    List<Claim> claims = claims();
    round(scrubber, context, claims);
    var perSecond = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) perSecond[i] = round(scrubber, context, claims);
    Arrays.sort(perSecond);
    System.out.printf(
        Locale.ROOT,
        "scrub, four lines: best %,d claims/s, median %,d claims/s%n",
        perSecond[ROUNDS - 1],
        perSecond[ROUNDS / 2]);
  }

  private static long round(Scrubber scrubber, ScrubContext context, List<Claim> claims) {
    long start = System.nanoTime();
    long scrubbed = 0;
    long findings = 0;
    while (System.nanoTime() - start < ROUND_NANOS) {
      for (Claim claim : claims) findings += scrubber.scrub(claim, context).size();
      scrubbed += claims.size();
    }
    if (findings == 0) throw new IllegalStateException("no claim had a finding");
    return scrubbed * 1_000_000_000L / (System.nanoTime() - start);
  }

  private static List<Claim> claims() {
    var claims = new ArrayList<Claim>();
    for (int i = 0; i < CLAIMS; i++) claims.add(claim(i));
    return claims;
  }

  /// Every tenth claim lacks the modifier that its visit needs beside the injection.
  private static Claim claim(int number) {
    var address = new Address("1 Test Street", null, "Marlow", "OH", "432150001");
    var name = new PersonName("Test", "Pat");
    var npi = new Npi("1234567893");
    List<Modifier> visit = number % 10 == 0 ? List.of() : List.of(new Modifier("25"));
    List<ServiceLine> lines =
        List.of(
            line(1, "99213", visit),
            line(2, "20610", List.of(new Modifier("RT"))),
            line(3, "83036", List.of()),
            line(4, "36415", List.of()));
    return new Claim(
        ClaimType.PROFESSIONAL,
        new ClaimControlNumber("B" + number),
        ClaimFrequency.ORIGINAL,
        null,
        new Provider(
            ProviderRole.BILLING,
            new OrganizationName("Test practice"),
            npi,
            new Taxonomy("207Q00000X"),
            new TaxId("123456789", TaxId.Kind.EMPLOYER),
            address,
            null,
            List.of()),
        new Subscriber(
            name,
            new MemberId("M123456789"),
            LocalDate.of(1970, 5, 5),
            Sex.FEMALE,
            address,
            PayerSequence.PRIMARY,
            FilingIndicator.COMMERCIAL,
            null,
            null),
        new ClaimPatient(name, LocalDate.of(1970, 5, 5), Sex.FEMALE, address, Relationship.SELF),
        new ClaimPayer("Payer", new PayerId("P1"), null),
        Money.sum(lines.stream().map(ServiceLine::charge).toList()),
        new PlaceOfService("11"),
        null,
        true,
        true,
        "Y",
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(
            Diagnosis.of(new Icd10Cm("M1711")),
            Diagnosis.of(new Icd10Cm("I10")),
            Diagnosis.of(new Icd10Cm("E119"))),
        List.of(new Provider(ProviderRole.RENDERING, name, npi, null, null, null, null, List.of())),
        List.of(),
        List.of(),
        lines,
        null,
        List.of(),
        Particulars.NONE);
  }

  private static ServiceLine line(int number, String code, List<Modifier> modifiers) {
    return new ServiceLine(
        number,
        null,
        new ProcedureCode(code),
        modifiers,
        null,
        Money.of("80.00"),
        BigDecimal.ONE,
        "UN",
        List.of(1),
        null,
        DAY,
        DAY,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        Particulars.NONE);
  }
}
